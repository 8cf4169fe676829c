import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { auditHash } from "./hash.ts";

export type AuditEntry = {
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** Facts without personal data: states, counts, field names. */
  details?: Record<string, unknown>;
};

/**
 * Appends to the chain, in the transaction of the change itself. It writes the head's row, so that a second writer
 * waits.
 */
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
