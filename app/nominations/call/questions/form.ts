import { z } from "zod";
import { localised } from "#app/web/field-groups.ts";
import { choice, flag, wholeNumber } from "#app/web/fields.ts";
import { type CallQuestion, optionsProblem, questionKinds, readOptions, typedOptions } from "./rules.ts";

export const longestLabel = 300;
const label = localised("label", longestLabel);
const options = localised("options", 1_500);

export const questionForm = z
  .object({ ...label.fields, kind: choice(questionKinds), required: flag, ...options.fields })
  .refine((form) => !label.isMissing(form), { path: ["label.es"], message: "calls:questions.label", when: () => true })
  .superRefine((form, context) => {
    const problem = optionsProblem(form.kind, options.read(form));
    if (problem)
      context.addIssue({
        code: "custom",
        path: [`options.${problem.lang}`],
        message: `calls:questions.options.${problem.because}`,
      });
  });
export type QuestionInput = z.output<typeof questionForm>;

/** What a form asks for. */
export const readQuestion = (input: QuestionInput): Omit<CallQuestion, "number"> => ({
  ...{ kind: input.kind, isRequired: input.required, label: label.read(input) },
  options: readOptions(options.read(input)),
});

/** The same the other way. */
export const questionValues = (question: Omit<CallQuestion, "number">): Record<string, string> => ({
  ...label.write(question.label),
  ...{ kind: question.kind, required: question.isRequired ? "1" : "" },
  ...options.write(typedOptions(question.options)),
});

const number = wholeNumber(1, 9_999, "common:form.invalid");

/** Of the list: one moves, is taken away, or comes back. */
export const questionListForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("move"), number, way: choice(["up", "down"]) }),
  z.object({ part: z.literal("remove"), number }),
  z.object({ part: z.literal("restore"), number }),
]);
