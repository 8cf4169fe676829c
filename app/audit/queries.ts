import type { Reader } from "#db/database.ts";
import { auditHash } from "./hash.ts";

/** The number of the last entry about more than a sign-in: while it stays the same, nothing else has changed. */
export async function findLastChange(db: Reader): Promise<number> {
  const { shownSeq } = await db.selectFrom("auditHead").select("shownSeq").executeTakeFirstOrThrow();
  return shownSeq;
}

/** Where the record stands: its last change, as above, and its last entry of all. */
export type Position = { change: number; seq: number };

export const findPosition = (db: Reader): Promise<Position> =>
  db.selectFrom("auditHead").select(["shownSeq as change", "seq"]).executeTakeFirstOrThrow();

/** What entries after `seq` are about, the first so many of them. */
export const listSubjectsAfter = (db: Reader, seq: number, most: number) =>
  // by `seq` alone: with a kind in the condition, databases go through all entries of that kind
  db
    .selectFrom("audit")
    .select(["seq", "subjectKind", "subjectId"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(most)
    .execute();

/** Entries at once: a chain of five million is walked with the memory of these. */
export const chainPage = 1_000;

/** The number of the first entry that does not follow from the one before; null where the whole chain holds. */
export async function findChainFault(db: Reader): Promise<number | null> {
  let previous = { seq: 0, hash: "" };
  let page = await listEntries(db, null);
  while (page.length > 0) {
    for (const row of page) {
      if (row.seq !== previous.seq + 1 || row.previousHash !== previous.hash || row.hash !== auditHash(row))
        return row.seq;
      previous = row;
    }
    page = await listEntries(db, previous.seq);
  }
  const head = await db.selectFrom("auditHead").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirstOrThrow();
  return head.seq === previous.seq && head.hash === previous.hash ? null : head.seq;
}

const listEntries = (db: Reader, after: number | null) =>
  db
    .selectFrom("audit")
    .selectAll()
    .$if(after !== null, (query) => query.where("seq", ">", after))
    .orderBy("seq")
    .limit(chainPage)
    .execute();
