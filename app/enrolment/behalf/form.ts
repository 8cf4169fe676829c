import { z } from "zod";
import { personFacts } from "#app/people/form.ts";
import { choice, ids, optionalText, requiredId, requiredText, wholeNumber } from "#app/web/fields.ts";
import { changes, mostAtOnce } from "./behalf.rules.ts";

const note = optionalText(1000);
const words = { reason: requiredText(500, "behalf:form.reason"), note };

/** What a coordinator does to an enrolment, as they saw it. */
export const changeForm = z.object({
  change: choice(changes),
  ...words,
  version: requiredText(80),
  passedOver: ids<"enrolment">(),
});

/** Which act is taken back. */
export const undoForm = z.object({ act: requiredId<"enrolmentAct">() });

/** Whether there has to be a reason is a rule's to say. `seats`: how many seats the page has promised. */
const adding = { reason: optionalText(500), note, seats: wholeNumber(0, mostAtOnce, "common:form.invalid") };

/** The zone follows the country: what a short form leaves out, its holder puts right. */
const { zone: _, post: __, postLevel: ___, sex: ____, ...newPerson } = personFacts;

export const addingForm = z.discriminatedUnion("part", [
  z.object({
    part: z.literal("people"),
    p: ids<"person">().refine((chosen) => chosen.length > 0 && chosen.length <= mostAtOnce, "behalf:form.people"),
    ...adding,
  }),
  z.object({ part: z.literal("person"), ...newPerson, ...adding }),
]);
export type AddingInput = z.output<typeof addingForm>;
