import { expect, test } from "vitest";
import { action as takeAttendance } from "#app/attendance/sheet/sheet.route.tsx";
import { sheetFormValues } from "#app/attendance/sheet/sheet-form-values.ts";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { accepts, posting } from "#app/web/doors/accepts.ts";
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

test("a sheet of everybody in it fits as well, with what it has seen", () => {
  const all = Array.from({ length: mostSeats }, () => newId<"enrolment">());
  const marks = new Map(all.map((id) => [id, "present" as const]));
  const stored = sheetFormValues(
    all.map((id) => ({ id })),
    marks,
  );
  const body = new URLSearchParams({ ...stored, seen: writeSeen(stored), reason: "ñ".repeat(300) }).toString();
  expect(Object.keys(stored).length).toBeLessThan(mostFields);
  expect(body.length).toBeLessThan(takeAttendance[accepts].mostBytes);
});
