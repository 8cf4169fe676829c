import { expect, test } from "vitest";
import { type EventMap, events } from "#app/outbox/events.ts";
import type { Reactions } from "#app/outbox/job.ts";
import { reactions } from "#app/reactions.ts";

test("every reaction that an event is declared to have is done by somebody, and no other is", () => {
  const declared = Object.entries(events).map(([event, { reactions }]) => [event, [...reactions]]);
  const done = Object.entries(reactions).map(([event, handlers]) => [event, Object.keys(handlers)]);
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(declared));
});

test("the compiler sees a reaction that nobody does, an undeclared one, and an id that is not carried", () => {
  const bell = { "bell.rung": { ids: ["bellId"], reactions: ["letter"] } } as const satisfies EventMap;
  type OfBell = Reactions<typeof bell>;
  const letter = async () => {};
  const known = { "bell.rung": { letter } } satisfies OfBell;
  const breaches = [
    // @ts-expect-error nobody writes the letter
    { "bell.rung": {} } satisfies OfBell,
    // @ts-expect-error the event has no webhook
    { "bell.rung": { letter, webhook: letter } } satisfies OfBell,
    // @ts-expect-error the event carries the id of a bell
    { "bell.rung": { letter: async ({ payload }) => void payload.doorId } } satisfies OfBell,
  ];
  expect(Object.keys(known)).toEqual(Object.keys(bell));
  expect(breaches).toHaveLength(3);
});
