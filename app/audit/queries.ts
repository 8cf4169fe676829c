import type { Reader } from "#db/database.ts";
import { auditHash } from "./hash.ts";

/** The number of the audit's last entry: while it stays the same, nothing has changed. */
export async function findLastChange(db: Reader): Promise<number> {
  const { seq } = await db.selectFrom("auditHead").select("seq").executeTakeFirstOrThrow();
  return seq;
}

/** The number of the first entry that does not follow from the one before; null where the whole chain holds. */
export async function findChainFault(db: Reader): Promise<number | null> {
  let previous = { seq: 0, hash: "" };
  for (const row of await db.selectFrom("audit").selectAll().orderBy("seq").execute()) {
    if (row.seq !== previous.seq + 1 || row.previousHash !== previous.hash || row.hash !== auditHash(row))
      return row.seq;
    previous = row;
  }
  const head = await db.selectFrom("auditHead").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirstOrThrow();
  return head.seq === previous.seq && head.hash === previous.hash ? null : head.seq;
}
