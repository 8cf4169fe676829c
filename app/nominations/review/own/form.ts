import { z } from "zod";
import { numbered } from "#app/web/field-groups.ts";
import { choice, optionalText, requiredText } from "#app/web/fields.ts";
import { mostChecks, mostWeighted } from "../criteria/form.ts";

/** By the place of each criterion. Empty: not marked yet. */
export const markRows = numbered(
  "criterion",
  Array.from({ length: mostChecks + mostWeighted }, (_, index) => index + 1),
  { mark: optionalText(2, "common:form.choose"), note: optionalText(600) },
);

/** On a reviewer's page of one nominee: what they say of them, that they step aside, or that they take it back. */
export const markingForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("marks"), deed: choice(["save", "send"]), ...markRows.fields }),
  z.object({ part: z.literal("recusal"), reason: requiredText(300, "review:form.reason") }),
  z.object({ part: z.literal("back") }),
]);
