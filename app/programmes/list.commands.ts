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

/** Two who are one are on all lists on which either was. @returns the lists of the one that goes, and those joined */
export async function joinLists(trx: Writer, from: Id<"person">, to: Id<"person">) {
  const lists = await trx
    .deleteFrom("programmePerson")
    .where("personId", "=", from)
    .returning(["programmeId", "addedAt", "addedBy"])
    .execute();
  const joined: Id<"programme">[] = [];
  for (const list of lists) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("programmePerson")
      .values({ ...list, personId: to })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) joined.push(list.programmeId);
  }
  return { lists, joined };
}

type Joined = Awaited<ReturnType<typeof joinLists>>;

/** They are two again. */
export async function partLists(
  trx: Writer,
  { from, to }: Record<"from" | "to", Id<"person">>,
  { lists, joined }: Joined,
) {
  if (joined.length)
    await trx.deleteFrom("programmePerson").where("personId", "=", from).where("programmeId", "in", joined).execute();
  if (lists.length)
    await trx
      .insertInto("programmePerson")
      .values(lists.map((list) => ({ ...list, personId: to })))
      .execute();
}
