import { z } from "zod";
import { type Role, roles } from "#app/access/permissions.ts";
import { locales } from "#app/i18n/locales.ts";
import { writtenCode } from "#app/institutions/form.ts";
import { countries } from "#app/institutions/rules.ts";
import { personFacts, personNames } from "#app/people/form.ts";
import { isRepeated, newPasswordFields, notRepeated } from "#app/sign-in/form.ts";
import { zones } from "#app/time/zones.ts";
import { choice, email, optionalId, optionalText, requiredId } from "#app/web/fields.ts";
import type { Id } from "#db/id.ts";
import { type PlaceKind, placeRules } from "./rules.ts";

const grant = {
  role: choice(roles),
  programmeId: optionalId<"programme">(),
  workshopCode: optionalText(20, "people:form.noSuchPlace.workshop").transform(writtenCode),
  institutionId: optionalId<"institution">(),
};

export const placeFields = {
  programme: "programmeId",
  workshop: "workshopCode",
  institution: "institutionId",
} as const satisfies Record<PlaceKind, string>;

type GrantFields = { role: Role; programmeId: Id<"programme">; workshopCode: string; institutionId: Id<"institution"> };
export type ChosenPlace = { kind: PlaceKind; value: string };

/** The place that belongs to the chosen role; what was chosen for another role's does not count. */
export function chosenPlace(grant: GrantFields): ChosenPlace | null {
  const rule = placeRules[grant.role];
  const value = rule ? grant[placeFields[rule.kind]] : "";
  return rule && value ? { kind: rule.kind, value } : null;
}

function checkPlace(grant: GrantFields, context: z.RefinementCtx) {
  const rule = placeRules[grant.role];
  if (!rule?.isNeeded || chosenPlace(grant)) return;
  context.addIssue({ code: "custom", path: [placeFields[rule.kind]], message: `people:form.placeNeeded.${rule.kind}` });
}

export const invitationForm = z
  .object({
    ...personNames,
    email,
    homeInstitutionId: requiredId<"institution">("common:form.choose"),
    country: choice(countries),
    locale: choice(locales),
    zone: choice(zones),
    ...grant,
  })
  .superRefine(checkPlace);
export type InvitationInput = z.output<typeof invitationForm>;

/** What an administrator puts right of somebody. An institution may be missing, as the first administrator's is. */
export const correctionForm = z.object({ ...personFacts, email });
export type CorrectionInput = z.output<typeof correctionForm>;

export const firstAdministratorForm = z
  .object({ ...personNames, email, country: choice(countries), ...newPasswordFields })
  .refine(isRepeated, notRepeated);
export type FirstAdministratorInput = z.output<typeof firstAdministratorForm>;

export const accountForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("grant"), ...grant }).superRefine(checkPlace),
  z.object({ part: z.literal("removal"), grantId: optionalId<"roleGrant">() }),
  z.object({ part: z.literal("disabling") }),
  // since when the account was disabled, as the page showed it
  z.object({ part: z.literal("enabling"), disabledAt: optionalText(24) }),
  z.object({ part: z.literal("invitation") }),
]);
export type AccountInput = z.output<typeof accountForm>;
