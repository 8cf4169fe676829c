import { z } from "zod";
import { withdrawalReasons } from "#app/nominations/nomination/rules.ts";
import { choice, optionalText, requiredText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";

/** What somebody says to an offer of their own. */
export const offerAnswerForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("accept") }),
  z.object({ part: z.literal("decline"), because: choice(withdrawalReasons), note: optionalText(500) }),
]);
export type OfferAnswerInput = z.output<typeof offerAnswerForm>;

/** Why a coordinator acts for somebody else: how they have heard the answer. */
const reason = requiredText(500, "behalf:form.reason");

/** What a coordinator does with an offer. */
export const deskOfferForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("extend"), answerByOn: date, reason }),
  z.object({ part: z.literal("accept"), reason }),
  z.object({ part: z.literal("decline"), because: choice(withdrawalReasons), reason }),
]);

/** What a page says of what was done. */
export const offerOutcomes = ["accepted", "declined"] as const;
