import { z } from "zod";
import { localised } from "#app/web/field-groups.ts";
import { choice } from "#app/web/fields.ts";

export const moduleTexts = {
  title: localised("title", 160),
  objective: localised("objective", 600),
  indicator: localised("indicator", 300),
};

export const moduleForm = z
  .object({ ...moduleTexts.title.fields, ...moduleTexts.objective.fields, ...moduleTexts.indicator.fields })
  .refine((form) => !moduleTexts.title.isMissing(form), {
    path: ["title.es"],
    message: "workshops:module.titleNeeded",
  });
export type ModuleInput = z.output<typeof moduleForm>;

/** Moves a module by one place, or removes it. */
export const moduleStepForm = z.object({ step: choice(["up", "down", "removal"]) });
