import { sql } from "kysely";
import type { EveryName } from "#app/people/names.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type KeyKind, mailKeys, nameKeys } from "./keys.rules.ts";

/** By what somebody may be known twice, as their names and their institution are now. */
export async function noteNameKeys(trx: Writer, personId: Id<"person">, names: EveryName): Promise<void> {
  const { institutionId } = await trx
    .selectFrom("person")
    .select("institutionId")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  await noteKeys(trx, personId, "name", nameKeys({ ...names, institutionId }));
}

export const noteMailKey = (trx: Writer, personId: Id<"person">, email: string | null) =>
  noteKeys(trx, personId, "mail", mailKeys(email));

/** Somebody is not there any more, or is about to go: nobody shares a key with them. */
export async function dropKeys(trx: Writer, personId: Id<"person">): Promise<void> {
  await noteKeys(trx, personId, "name", []);
  await noteKeys(trx, personId, "mail", []);
}

async function noteKeys(trx: Writer, personId: Id<"person">, kind: KeyKind, keys: string[]): Promise<void> {
  const former = await trx
    .selectFrom("personKey")
    .select("key")
    .where("personId", "=", personId)
    .where("key", ">=", `${kind}:`)
    .where("key", "<", `${kind};`)
    .execute();
  const gone = former.map(({ key }) => key).filter((key) => !keys.includes(key));
  const added = keys.filter((key) => !former.some((one) => one.key === key));
  if (gone.length)
    await trx.deleteFrom("personKey").where("personId", "=", personId).where("key", "in", gone).execute();
  if (added.length)
    await trx
      .insertInto("personKey")
      .values(added.map((key) => ({ key, personId })))
      .execute();
  if (gone.length + added.length) await markShared(trx, [...gone, ...added]);
}

/** Of each of these keys, whether several people have it. What stays as it is is not written. */
async function markShared(trx: Writer, keys: string[]): Promise<void> {
  const isShared = sql<boolean>`case when exists (
    select 1 from person_key as other where other.key = person_key.key and other.person_id <> person_key.person_id
  ) then 1 else 0 end`;
  await trx
    .updateTable("personKey")
    .set({ isShared })
    .where("key", "in", keys)
    .where("isShared", "<>", isShared)
    .execute();
}
