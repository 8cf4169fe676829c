import { paidItems } from "../rules.ts";
import { meetingPoint } from "./form.ts";
import type { Terms } from "./terms.queries.ts";

export const termsFormValues = (terms: Terms): Record<string, string> => ({
  ...Object.fromEntries(paidItems.map((item) => [item, terms.payers[item] ?? ""])),
  ...meetingPoint.write(terms.meetingPoint),
});
