import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type AuditAction, changesPages, subjects } from "./actions.ts";
import { auditHash } from "./hash.ts";
import { isAnythingPending, listPending } from "./queries.ts";

type AuditEntry<Action extends AuditAction> = {
  accountId: Id<"account"> | null;
  action: Action;
  subjectId: Id<(typeof subjects)[Action]>;
  /** Facts without personal data: states, counts, field names. */
  details?: Record<string, unknown>;
};

/**
 * Records a change in its own transaction: the two are there together, or neither is. No row is held that others want.
 * `sealAudit` gives the entry its place in the chain, within seconds.
 */
export async function audit<Action extends AuditAction>(
  trx: Writer,
  at: Instant,
  { accountId, action, subjectId, details = {} }: AuditEntry<Action>,
): Promise<void> {
  const what = { action, subjectKind: subjects[action], subjectId, details: JSON.stringify(details) };
  await trx
    .insertInto("auditPending")
    .values({ id: newId(), at, accountId, ...what, isShown: changesPages(action) })
    .execute();
}

/** Entries sealed in one transaction: on SQLite, nobody else writes meanwhile. */
const mostAtOnce = 500;

/**
 * Puts what waits into the chain, in the order in which it was recorded. An entry whose change is committed late is
 * sealed late: the chain's order is the order of sealing.
 * @returns how many entries; 0 too where somebody else is sealing
 */
export async function sealAudit(database: Database, most = mostAtOnce): Promise<number> {
  if (!(await isAnythingPending(database.read))) return 0;
  let sealed = 0;
  for (;;) {
    const count = await database.transact(async (trx) => {
      const head = await takeHead(trx, database);
      return head ? sealAfter(trx, head, most) : 0;
    });
    sealed += count;
    if (count < most) return sealed;
  }
}

export type Head = { seq: number; hash: string; shownCount: number };

/** The chain's end, for one sealer alone until its transaction ends; undefined where another has it. */
const takeHead = (trx: Writer, { dialect }: Database): Promise<Head | undefined> =>
  dialect
    .skipTaken(trx.selectFrom("auditHead").select(["seq", "hash", "shownCount"]).where("id", "=", 1))
    .executeTakeFirst();

/** Chains what waits to an end that nobody else may write to meanwhile. @returns how many entries */
export async function sealAfter(trx: Writer, head: Head, most: number): Promise<number> {
  const pending = await listPending(trx, most);
  if (pending.length === 0) return 0;
  const entries: ReturnType<typeof chained>[] = [];
  for (const { id: _, isShown: __, ...entry } of pending) entries.push(chained(entry, entries.at(-1) ?? head));
  await trx.insertInto("audit").values(entries).execute();
  const ids = pending.map(({ id }) => id);
  const { numDeletedRows } = await trx.deleteFrom("auditPending").where("id", "in", ids).executeTakeFirst();
  if (numDeletedRows !== BigInt(ids.length)) throw new Error("somebody else has sealed what was to be sealed");
  const { seq, hash } = entries.at(-1) ?? head;
  const shownCount = head.shownCount + pending.filter(({ isShown }) => isShown).length;
  await trx.updateTable("auditHead").set({ seq, hash, shownCount }).where("id", "=", 1).execute();
  return entries.length;
}

type Unchained = Omit<Parameters<typeof auditHash>[0], "seq" | "previousHash">;

function chained(entry: Unchained, previous: { seq: number; hash: string }) {
  const row = { ...entry, seq: previous.seq + 1, previousHash: previous.hash };
  return { ...row, hash: auditHash(row) };
}
