import { z } from "zod";
import { clashReason } from "#app/timetable/form.ts";
import { optionalText, requiredText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";

/** The new first day, and why; `version`: what the page has shown, so that nothing is done that nobody has seen. */
export const postponementForm = z.object({
  to: date,
  reason: requiredText(300),
  version: optionalText(40),
  clashReason,
});

/** The postponement that its page showed: another one is not taken back in its place. */
export const postponementUndoForm = z.object({ id: requiredText(40) });
