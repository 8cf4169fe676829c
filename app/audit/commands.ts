import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type AuditAction, isOfSignIn, subjects } from "./actions.ts";
import { auditHash } from "./hash.ts";

export type AuditEntry<Action extends AuditAction> = {
  accountId: Id<"account"> | null;
  action: Action;
  subjectId: Id<(typeof subjects)[Action]>;
  /** Facts without personal data: states, counts, field names. */
  details?: Record<string, unknown>;
};

/**
 * Appends to the chain, in the transaction of the change itself. It writes the head's row, so that a second writer
 * waits.
 */
export async function audit<Action extends AuditAction>(
  trx: Writer,
  at: Instant,
  { details = {}, ...entry }: AuditEntry<Action>,
) {
  const { seq, previousHash } = await trx
    .updateTable("auditHead")
    .set(({ eb }) => ({ seq: eb("seq", "+", 1) }))
    .where("id", "=", 1)
    .returning(["seq", "hash as previousHash"])
    .executeTakeFirstOrThrow();
  const row = {
    seq,
    at,
    ...entry,
    subjectKind: subjects[entry.action],
    details: JSON.stringify(details),
    previousHash,
  };
  const hash = auditHash(row);
  await trx
    .insertInto("audit")
    .values({ ...row, hash })
    .execute();
  const head = isOfSignIn(entry.action) ? { hash } : { hash, shownSeq: seq };
  await trx.updateTable("auditHead").set(head).where("id", "=", 1).execute();
}
