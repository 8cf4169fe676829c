import { z } from "zod";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { choice, optionalText, wholeNumber } from "#app/web/fields.ts";
import { entryStates, heldLength } from "./rules.ts";

/** A day that somebody may have meant, or none. */
export const dayOrNone = optionalText(10, "desk:form.date")
  .refine((text) => text === "" || (isLocalDate(text) && text > "1990" && text < "2200"), "desk:form.date")
  .transform((text) => (text === "" ? null : (text as LocalDate)));

const task = wholeNumber(1, 9_999, "common:form.invalid");

/** One task of one person: it is done, is not needed, or is open again. What it keeps comes along. */
export const markForm = z.object({
  task,
  deed: choice([...entryStates, "undo"]),
  heldOn: dayOrNone,
  heldText: optionalText(heldLength),
});
export type MarkInput = z.output<typeof markForm>;

/** One task for everybody with a seat for whom it is still open; or for nobody any more. */
export const bulkForm = z.object({ task, state: choice(["done", "notNeeded", "open"]) });
