import { z } from "zod";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { flag, optionalText } from "#app/web/fields.ts";

const day = optionalText(10, "desk:form.date")
  .refine((text) => text === "" || (isLocalDate(text) && text > "1990" && text < "2100"), "desk:form.date")
  .transform((text) => (text === "" ? null : (text as LocalDate)));

/** On which days enrolment opens and closes by itself, and whether the workshop starts on its first day by itself. */
export const milestoneForm = z.object({ open: day, closed: day, running: flag });
export type MilestoneInput = z.output<typeof milestoneForm>;
