import { expect, test } from "vitest";
import { type ToldTeaching, teachingChanges } from "#app/faculty/requests/told.rules.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";

const at = "2026-11-23T15:00:00.000Z" satisfies Instant;

const told = (id: string, changed: Partial<ToldTeaching> = {}): ToldTeaching => ({
  ...{ id, title: { es: "Uno" }, room: "A", place: { venue: null, room: null } },
  ...{ startsLocal: "2026-11-30T09:00", endsLocal: "2026-11-30T11:00", zone: "America/Mexico_City" },
  ...{ startsAt: plusDays(at, 7), endsAt: plusMinutes(plusDays(at, 7), 120) },
  ...changed,
});

test("what is as it was needs no letter, nor does a new title", () => {
  expect(teachingChanges([told("a")], [told("a", { title: { es: "Dos" } })], at)).toEqual([]);
});

test("a time or a place that has changed is told with what it was", () => {
  for (const changed of [
    { startsAt: plusDays(at, 8), endsAt: plusMinutes(plusDays(at, 8), 120) },
    { room: "B" },
    { place: { venue: { es: "Sede" }, room: null } },
  ])
    expect(teachingChanges([told("a")], [told("a", changed)], at)).toEqual([
      { before: told("a"), now: told("a", changed) },
    ]);
});

test("what is theirs no more is told; what is new comes with a request", () => {
  expect(teachingChanges([told("a")], [told("b")], at)).toEqual([{ before: told("a"), now: null }]);
});

test("what is over is told to nobody", () => {
  expect(teachingChanges([told("a", { endsAt: plusDays(at, -1) })], [], at)).toEqual([]);
});
