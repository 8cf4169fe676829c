import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { optionalText } from "#app/web/fields.ts";

/** A day of a year that somebody may have meant: `0207-04-01` is a slip. */
export const isDay = (text: string): text is LocalDate =>
  isLocalDate(text) && text >= "1950-01-01" && text <= "2199-12-31";

/** In the rows of a list, which say themselves what they need. */
export const dayOrNothing = optionalText(10, "programmes:form.date");
export const day = dayOrNothing.refine(isDay, "programmes:form.date");
