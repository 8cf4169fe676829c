import { z } from "zod";
import { localised } from "#app/web/field-groups.ts";
import { optionalChoice } from "#app/web/fields.ts";
import { itemPayers } from "../rules.ts";

export const meetingPoint = localised("meetingPoint", 200);
const payer = optionalChoice(itemPayers);

/** Who pays what, and where people who arrive are met. */
export const termsForm = z.object({
  ...{ ticket: payer, lodging: payer, meals: payer, localTransport: payer, perDiem: payer },
  ...meetingPoint.fields,
});
export type TermsInput = z.output<typeof termsForm>;
