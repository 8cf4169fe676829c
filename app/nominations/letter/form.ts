import { z } from "zod";
import { requiredId, requiredText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";

/** Who has signed, as what, and when; beside the file itself. */
export const letterForm = z.object({
  institutionId: requiredId<"institution">(),
  signatory: requiredText(120),
  signatoryPost: requiredText(160),
  signedOn: date.refine((text) => text > "2000" && text < "2100", "desk:form.date"),
});
type WholeInput = z.output<typeof letterForm>;
export type LetterInput = Omit<WholeInput, "institutionId">;
