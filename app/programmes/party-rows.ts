import type { z } from "zod";
import { optionalText } from "#app/web/fields.ts";
import { maxParties, numbersTo, type PartyRole, partyRoles } from "./rules.ts";

/** A form's fields by name, each as text. */
export type Typed = Record<string, string>;

export const partyFields = Object.fromEntries(
  numbersTo(maxParties).flatMap((row) => [
    [`party.${row}.institutionId`, optionalText(64)],
    [`party.${row}.role`, optionalText(20)],
  ]),
);

export type Party = { row: number; institutionId: string; role: PartyRole };

/** The rows that somebody filled in, in their order. */
const filledRows = (typed: Typed) =>
  numbersTo(maxParties)
    .map((row) => ({
      row,
      institutionId: typed[`party.${row}.institutionId`] ?? "",
      role: typed[`party.${row}.role`] ?? "",
    }))
    .filter(({ institutionId, role }) => institutionId || role);

const isRole = (role: string): role is PartyRole => (partyRoles as readonly string[]).includes(role);

/** Both halves of a row, or none; nobody has the same role twice. */
export function checkParties(typed: Typed, context: z.RefinementCtx) {
  const seen = new Set<string>();
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  for (const { row, institutionId, role } of filledRows(typed)) {
    if (!institutionId) refuse(`party.${row}.institutionId`, "common:form.choose");
    else if (!isRole(role)) refuse(`party.${row}.role`, "common:form.choose");
    else if (seen.has(`${institutionId} ${role}`)) refuse(`party.${row}.institutionId`, "programmes:form.partyTwice");
    seen.add(`${institutionId} ${role}`);
  }
}

export const partiesOf = (typed: Typed): Party[] =>
  filledRows(typed).flatMap(({ row, institutionId, role }) => (isRole(role) ? [{ row, institutionId, role }] : []));
