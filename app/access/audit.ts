import { createHash } from "node:crypto";
import type { Instant } from "#app/time/instant.ts";
import type { Reader, Writer } from "#db/database.ts";

export type AuditEntry = {
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** Facts without personal data: states, counts, field names. */
  details?: Record<string, unknown>;
};

/** Appends to the chain, in the transaction of the change itself. The head's row keeps two writers apart. */
export async function audit(trx: Writer, at: Instant, { details = {}, ...entry }: AuditEntry) {
  const { seq, previousHash } = await trx
    .updateTable("auditHead")
    .set(({ eb }) => ({ seq: eb("seq", "+", 1) }))
    .where("id", "=", 1)
    .returning(["seq", "hash as previousHash"])
    .executeTakeFirstOrThrow();
  const row = { seq, at, ...entry, details: JSON.stringify(details), previousHash };
  const hash = auditHash(row);
  await trx
    .insertInto("audit")
    .values({ ...row, hash })
    .execute();
  await trx.updateTable("auditHead").set({ hash }).where("id", "=", 1).execute();
}

type Chained = {
  seq: number;
  at: string;
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: string;
  previousHash: string;
};

/** SHA-256, base64url, over the entry's fields in a fixed order and the hash of the entry before. */
export function auditHash({ seq, at, accountId, action, subjectKind, subjectId, details, previousHash }: Chained): string {
  const text = JSON.stringify([seq, at, accountId, action, subjectKind, subjectId, details, previousHash]);
  return createHash("sha256").update(text).digest("base64url");
}

/** The number of the first entry that does not follow from the one before; null where the chain holds up to its head. */
export async function findChainFault(db: Reader): Promise<number | null> {
  let previous = { seq: 0, hash: "" };
  for (const row of await db.selectFrom("audit").selectAll().orderBy("seq").execute()) {
    if (row.seq !== previous.seq + 1 || row.previousHash !== previous.hash || row.hash !== auditHash(row)) return row.seq;
    previous = row;
  }
  const head = await db.selectFrom("auditHead").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirstOrThrow();
  return head.seq === previous.seq && head.hash === previous.hash ? null : head.seq;
}
