import { z } from "zod";
import { choice, optionalId, requiredText, wholeNumber } from "#app/web/fields.ts";
import { materialClasses, materialLanguages } from "./rules.ts";

/** What is said of a material, beside its file. */
export const materialForm = z.object({
  title: requiredText(160),
  language: choice(materialLanguages),
  class: choice(materialClasses),
  /** Empty where it is for the whole workshop. */
  sessionId: optionalId<"session">(),
});
export type MaterialInput = z.output<typeof materialForm>;

/** A new version brings nothing but its file. */
export const versionForm = z.object({});

const number = wholeNumber(1, 99_999, "common:form.invalid");

/** The buttons of the list. */
export const listForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("move"), number, way: choice(["up", "down"]) }),
  z.object({ part: z.literal("removal"), number }),
  z.object({ part: z.literal("return"), number }),
]);
