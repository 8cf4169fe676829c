import { expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { id } from "#test/support/ids.ts";

// what is wrong here is seen by the compiler: a line that it does not refuse is an error too
test("an id of one table, or any text, does not pass for an id of another", () => {
  // @ts-expect-error a workshop's
  const exchanged: Id<"person"> = id("workshop", "w");
  // @ts-expect-error anybody's
  const typed: Id<"person"> = "w";
  const whatever: Id = id("workshop", "w");
  expect([exchanged, typed, whatever]).toEqual(["w", "w", "w"]);
});

test("a new id is one of the table that it goes into", () => {
  const row: { id: Id<"person"> } = { id: newId() };
  expect(row.id).toMatch(/^[0-9a-f-]{36}$/);
});

test("a day does not pass for an instant, nor an instant for a day", () => {
  // @ts-expect-error a day
  const at: Instant = "2026-11-23";
  // @ts-expect-error an instant
  const on: LocalDate = "2026-11-23T15:00:00.000Z";
  expect([at.length, on.length]).toEqual([10, 24]);
});
