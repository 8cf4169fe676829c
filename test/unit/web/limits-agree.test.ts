import { expect, test } from "vitest";
import { posting } from "#app/web/doors/accepts.ts";
import { ids, mostFields, mostSeats } from "#app/web/fields.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { newId } from "#db/new-id.ts";

const capacity = (seats: number) => workshopForm.shape.capacity.safeParse(String(seats)).success;
/** As a form sends it for each of them, on a sheet or in a list. */
const fieldOf = (id: string) => `mark.${id}=notExcused&`;

test("everybody who fits into the largest workshop fits into a form", () => {
  expect([capacity(mostSeats), capacity(mostSeats + 1)]).toEqual([true, false]);
  const all = Array.from({ length: mostSeats }, newId);
  expect(ids().safeParse(all).success).toBe(true);
  expect(ids().safeParse([...all, newId()]).success).toBe(false);
  expect(all.length).toBeLessThan(mostFields);
  expect(all.map(fieldOf).join("").length).toBeLessThan(posting.mostBytes);
});
