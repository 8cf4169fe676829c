import { forgetWords, writeAddressWords, writeNames } from "#app/people/commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type KeptMerge, type PersonRecord, undoDays } from "./merge.rules.ts";

/** Takes away all by which somebody is found, and whom they were said not to be. @returns what was said */
export async function setApart(trx: Writer, id: Id<"person">) {
  await forgetWords(trx, id);
  await trx.deleteFrom("personDistinct").where("otherId", "=", id).execute();
  return trx
    .deleteFrom("personDistinct")
    .where("personId", "=", id)
    .returning(["otherId", "saidAt", "saidBy"])
    .execute();
}

/** Stores what stays, and removes the record that nothing refers to any more. */
export async function concludeMerge(
  trx: Writer,
  { kept, address }: { kept: PersonRecord; address: string | null },
  goneId: Id<"person">,
): Promise<void> {
  await trx.deleteFrom("person").where("id", "=", goneId).execute();
  await storeRecord(trx, kept, address);
}

/** Stores somebody's record with all that they are found by. */
export async function storeRecord(trx: Writer, { id, ...record }: PersonRecord, address: string | null) {
  await trx.updateTable("person").set(record).where("id", "=", id).execute();
  await writeNames(trx, id, record);
  await writeAddressWords(trx, id, address);
}

/** The record that was merged is there once more. */
export const restoreRecord = (trx: Writer, record: PersonRecord) => trx.insertInto("person").values(record).execute();

/** @returns the id of the merge */
export async function noteMerge(
  trx: Writer,
  { personId, goneId, kept }: { personId: Id<"person">; goneId: Id<"person">; kept: KeptMerge },
  { accountId, at }: { accountId: Id<"account"> | null; at: Instant },
): Promise<Id<"personMerge">> {
  const id = newId<"personMerge">();
  const merge = { id, personId, goneId, mergedAt: at, mergedBy: accountId };
  await trx
    .insertInto("personMerge")
    .values({ ...merge, kept: JSON.stringify(kept) })
    .execute();
  return id;
}

export const noteUndone = (trx: Writer, id: Id<"personMerge">, at: Instant) =>
  trx.updateTable("personMerge").set({ undoneAt: at, kept: null }).where("id", "=", id).execute();

/** Two are different people: nobody is asked again. It is kept from both sides. */
export async function sayDistinct(
  trx: Writer,
  [one, other]: readonly [Id<"person">, Id<"person">],
  { accountId, at }: { accountId: Id<"account"> | null; at: Instant },
): Promise<boolean> {
  const said = { saidAt: at, saidBy: accountId };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("personDistinct")
    .values([
      { personId: one, otherId: other, ...said },
      { personId: other, otherId: one, ...said },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/** What was said of somebody before they were merged, of those who are still there. */
export async function restoreDistinct(trx: Writer, personId: Id<"person">, said: KeptMerge["distinct"]) {
  for (const { otherId, saidAt, saidBy } of said)
    if (await isPerson(trx, otherId)) await sayDistinct(trx, [personId, otherId], { accountId: saidBy, at: saidAt });
}

const isPerson = async (trx: Writer, id: Id<"person">) =>
  (await trx.selectFrom("person").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;

/** What was merged so long ago cannot be undone any more: what it has kept of somebody ends. */
export async function clearOldMerges(trx: Writer, at: Instant, most: number): Promise<number> {
  const old = await trx
    .selectFrom("personMerge")
    .select("id")
    .where("kept", "is not", null)
    .where("mergedAt", "<=", plusDays(at, -undoDays))
    .limit(most)
    .execute();
  if (!old.length) return 0;
  const ids = old.map(({ id }) => id);
  await trx.updateTable("personMerge").set({ kept: null }).where("id", "in", ids).execute();
  return old.length;
}
