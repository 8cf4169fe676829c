import type { z } from "zod";
import { numbered } from "#app/web/field-groups.ts";
import { optionalText } from "#app/web/fields.ts";
import { asId, type Id } from "#db/id.ts";
import { maxParties, numbersTo, type PartyRole, partyRoles } from "./rules.ts";

/** A form's fields by name, each as text. */
export type Typed = Record<string, string>;

export const partyGroup = numbered("party", numbersTo(maxParties), {
  institutionId: optionalText(64),
  role: optionalText(20),
});

export type Party = { row: number; institutionId: Id<"institution">; role: PartyRole };

const isRole = (role: string): role is PartyRole => (partyRoles as readonly string[]).includes(role);

/** Both halves of a row, or none; nobody has the same role twice. */
export function checkParties(typed: Typed, context: z.RefinementCtx) {
  const seen = new Set<string>();
  for (const { row, institutionId, role } of partyGroup.read(typed)) {
    const refuse = (part: "institutionId" | "role", message: string) =>
      context.addIssue({ code: "custom", path: [partyGroup.nameOf(row, part)], message });
    if (!institutionId) refuse("institutionId", "common:form.choose");
    else if (!isRole(role)) refuse("role", "common:form.choose");
    else if (seen.has(`${institutionId} ${role}`)) refuse("institutionId", "programmes:form.partyTwice");
    seen.add(`${institutionId} ${role}`);
  }
}

export const partiesOf = (typed: Typed): Party[] =>
  partyGroup
    .read(typed)
    .flatMap(({ row, institutionId, role }) =>
      isRole(role) ? [{ row, institutionId: asId<"institution">(institutionId), role }] : [],
    );
