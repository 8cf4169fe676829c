import { z } from "zod";
import { hoursIn } from "#app/desk/timetable/shift/hour-answers.ts";
import { clashReason } from "#app/timetable/form.ts";
import { optionalText, requiredText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";

/**
 * The new first day, and why; `version`: what the page has shown, so that nothing is done that nobody has seen. Beside
 * them, which of two hours is meant where clocks show one twice.
 */
export const postponementForm = z
  .object({ to: date, reason: requiredText(300), version: optionalText(40), clashReason })
  .catchall(z.unknown())
  .transform(({ to, reason, version, clashReason, ...rest }) => ({
    ...{ to, reason, version, clashReason },
    hours: hoursIn(rest),
  }));

/** The postponement that its page showed: another one is not taken back in its place. */
export const postponementUndoForm = z.object({ id: requiredText(40) });
