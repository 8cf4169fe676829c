import type { Role } from "#app/access/permissions.ts";
import { noPlace, type Place } from "#app/accounts/commands.ts";
import { type ChosenPlace, placeFields } from "#app/accounts/form.ts";
import { findPlaceId, type listGrants } from "#app/accounts/queries.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const columns = { programme: "programmeId", workshop: "workshopId", institution: "institutionId" } as const;

/** Where a new grant holds, or what is wrong with the field that says so. */
export async function findPlace(
  db: Reader,
  chosen: ChosenPlace | null,
): Promise<{ place: Place } | { errors: Record<string, string> }> {
  if (!chosen) return { place: noPlace };
  const id = await findPlaceId(db, chosen);
  if (!id) return { errors: { [placeFields[chosen.kind]]: `people:form.noSuchPlace.${chosen.kind}` } };
  return { place: { ...noPlace, [columns[chosen.kind]]: id } };
}

type Grant = Awaited<ReturnType<typeof listGrants>>[number];
export type GrantView = { id: Id<"roleGrant">; role: Role; place: string | null };

/** A grant as it is shown: its place by code or name, none where it holds everywhere. */
export function grantView(
  { id, role, programmeCode, workshopCode, institutionId }: Grant,
  institutions: Option[],
): GrantView {
  const institution = institutions.find(({ value }) => value === institutionId)?.label ?? institutionId;
  return { id, role, place: programmeCode ?? workshopCode ?? institution };
}
