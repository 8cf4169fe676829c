import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Listed = { programmeId: Id<"programme">; personId: Id<"person"> };

/**
 * Puts somebody on a programme's list: its coordinators see them from now on, before any workshop of theirs.
 * @returns false where they are on it already
 */
export async function listOnProgramme(trx: Writer, { programmeId, personId }: Listed, { accountId, at }: By) {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("programmePerson")
    .values({ programmeId, personId, addedAt: at, addedBy: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await audit(trx, at, { accountId, action: "person.listed", subjectId: personId, details: { programmeId } });
  return true;
}

/** @returns false where they are not on it */
export async function takeOffProgramme(trx: Writer, { programmeId, personId }: Listed, { accountId, at }: By) {
  const { numDeletedRows } = await trx
    .deleteFrom("programmePerson")
    .where("programmeId", "=", programmeId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return false;
  await audit(trx, at, { accountId, action: "person.unlisted", subjectId: personId, details: { programmeId } });
  return true;
}
