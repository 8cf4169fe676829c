import { markField } from "#app/attendance/form.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import type { FormValues } from "#app/ui/form/seen.rules.ts";
import type { Id } from "#db/id.ts";

/** A sheet's marks as its form's fields; empty for those with a seat who have none. */
export const sheetFormValues = (
  seated: readonly { id: Id<"enrolment"> }[],
  marks: ReadonlyMap<Id<"enrolment">, MarkStatus>,
): Record<string, string> => Object.fromEntries(seated.map(({ id }) => [markField(id), marks.get(id) ?? ""]));

/** Where one button marks everybody, the same as that mark for each who has a seat. */
export function withEverybody({ everybody, ...typed }: FormValues, seated: FormValues): FormValues {
  return everybody ? { ...typed, ...Object.fromEntries(Object.keys(seated).map((name) => [name, everybody])) } : typed;
}
