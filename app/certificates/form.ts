import { z } from "zod";
import { choice, flag, ids, optionalText, requiredText } from "#app/web/fields.ts";
import { replacementReasons, revocationReasons } from "./validity/reasons.rules.ts";

export const issueForm = z.object({
  chosen: ids<"enrolment">().refine((list) => list.length > 0, "certificates:form.nobody"),
  /** That a language of what is printed is missing. */
  acceptsGaps: flag,
});

const because = requiredText(600, "certificates:form.reason");
const confirmed = flag.refine((isConfirmed) => isConfirmed, "certificates:form.confirm");

export const replacementForm = z.object({
  reasonClass: choice(replacementReasons),
  reason: because,
  isConfirmed: confirmed,
  /** What the page said that the new certificate would say. */
  wording: optionalText(64),
});

export const revocationForm = z.object({
  reasonClass: choice(revocationReasons),
  reason: because,
  isConfirmed: confirmed,
});
