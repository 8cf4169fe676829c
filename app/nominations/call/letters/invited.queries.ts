import type { CallContent } from "#app/nominations/call/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Invited = Pick<CallContent, "institutionIds" | "countries">;

/** The focal points of everybody whom a call invites, as far as they can sign in. */
export async function listInvitedPeople(
  db: Reader,
  { institutionIds, countries }: Invited,
): Promise<{ personId: Id<"person">; institutionId: Id<"institution"> }[]> {
  if (!institutionIds.length && !countries.length) return [];
  const rows = await db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .innerJoin("institution", "institution.id", "roleGrant.institutionId")
    .select(["account.personId", "institution.id as institutionId"])
    .where("roleGrant.role", "=", "focalPoint")
    .where("account.disabledAt", "is", null)
    .where("account.personId", "is not", null)
    .where("institution.archivedAt", "is", null)
    .where((eb) =>
      eb.or([
        ...(institutionIds.length ? [eb("institution.id", "in", institutionIds)] : []),
        ...(countries.length ? [eb("institution.country", "in", countries)] : []),
      ]),
    )
    .orderBy("roleGrant.grantedAt")
    .orderBy("roleGrant.id")
    .execute();
  return rows.flatMap(({ personId, institutionId }) => (personId ? [{ personId, institutionId }] : []));
}

/** Those of one institution. */
export const listFocalPoints = async (db: Reader, institutionId: Id<"institution">): Promise<Id<"person">[]> =>
  (await listInvitedPeople(db, { institutionIds: [institutionId], countries: [] })).map(({ personId }) => personId);
