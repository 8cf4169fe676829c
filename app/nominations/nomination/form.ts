import { z } from "zod";
import { personFacts } from "#app/people/form.ts";
import { choice, ids, optionalText, requiredId, requiredText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";
import { withdrawalReasons } from "./rules.ts";

const institutionId = requiredId<"institution">();

/** On the page of one's own nominees: to send all that is ready, or to move one by a place. */
export const nominatingForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("send"), institutionId }),
  z.object({
    part: z.literal("move"),
    institutionId,
    nomination: requiredId<"nomination">(),
    step: choice(["up", "down"]),
  }),
]);

/** So many at once: more than any sender may nominate. */
const mostAtOnce = 100;

const { zone: _, postLevel: __, sex: ___, homeInstitutionId: ____, ...newPersonFacts } = personFacts;

/** Somebody of the sender's own institution whom nobody has entered yet. */
export const nomineeFacts = newPersonFacts;

/** Whom to nominate: people who are known, or somebody new. */
export const newNomineeForm = z.discriminatedUnion("part", [
  z.object({
    part: z.literal("people"),
    institutionId,
    p: ids<"person">().refine((chosen) => chosen.length > 0 && chosen.length <= mostAtOnce, "nominations:form.people"),
  }),
  z.object({ part: z.literal("person"), institutionId, ...nomineeFacts }),
]);
export type NewNomineeInput = z.output<typeof newNomineeForm>;

const withdrawal = z.object({
  part: z.literal("withdrawal"),
  because: choice(withdrawalReasons),
  note: optionalText(500),
});
const reason = requiredText(500, "nominations:form.reason");

/** On the page of one nominee, for their sender. */
export const nomineeForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("send") }),
  z.object({ part: z.literal("return"), reason }),
  withdrawal,
]);

/** The same, for whoever coordinates the workshop. */
export const nominationForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("return"), reason, correctByOn: date }),
  withdrawal,
]);

/** On a nominee's own page: nothing but to withdraw. */
export const ownNominationForm = withdrawal;
