import { z } from "zod";
import { localised } from "#app/web/field-groups.ts";
import { choice, choices, optionalText, wholeNumber } from "#app/web/fields.ts";
import { dueRange, eraseRange, heldKinds, owers, taskAudiences } from "../rules.ts";
import { templateNames } from "./template.rules.ts";

export const taskTitle = localised("title", 120);
export const taskNote = localised("note", 600);

/** Days before or behind the first one, typed with a sign of any script's width. */
const dueDays = optionalText(12, "dossier:form.dueDays")
  .transform((text) => text.normalize("NFKC").replace(/^[−–]/, "-"))
  .refine((text) => /^[+-]?\d{1,3}$/.test(text), "dossier:form.dueDays")
  .transform(Number)
  .refine((days) => days >= dueRange.from && days <= dueRange.to, "dossier:form.dueDays");

export const taskForm = z
  .object({
    ...taskTitle.fields,
    ...taskNote.fields,
    owedBy: choice(owers),
    dueDays,
    holds: choice(heldKinds),
    seenBy: choice(taskAudiences),
    eraseDays: wholeNumber(eraseRange.from, eraseRange.to, "dossier:form.eraseDays"),
  })
  .refine((form) => !taskTitle.isMissing(form), {
    path: ["title.es"],
    message: "dossier:form.title",
    when: () => true,
  });
export type TaskInput = z.output<typeof taskForm>;

/** Of the list: what is taken from the template, and a task that is taken away. */
export const taskListForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("add"), templates: choices(templateNames as [(typeof templateNames)[number]]) }),
  z.object({ part: z.literal("remove"), task: wholeNumber(1, 9_999, "common:form.invalid") }),
]);
