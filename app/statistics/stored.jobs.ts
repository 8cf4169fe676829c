import { findPosition, listSealedAfter } from "#app/audit/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { countWorkshops, listAllWorkshopIds, listWorkshopIdsAbout } from "./counting.queries.ts";
import { countInPortions, workshopsAtOnce } from "./memory.ts";
import { storeFigures } from "./stored.commands.ts";
import { findStoredSeq, uncounted } from "./stored.queries.ts";

/** Entries of the audit that one step takes in. */
const entriesAtOnce = 200;
/**
 * Brings the stored figures up to the audit's last sealed entry: of what has changed since, or everything at first.
 * Counting is reading: only what has been counted is written in a transaction. Of several at once one goes on.
 */
export async function keepFigures(database: Database): Promise<void> {
  const seq = await findStoredSeq(database.read);
  if (seq === null) return rebuildFigures(database);
  const entries = await listSealedAfter(database.read, seq, entriesAtOnce);
  const last = entries.at(-1)?.seq;
  if (last === undefined) return;
  const changed = await listWorkshopIdsAbout(database.read, entries);
  const counted = await countInPortions(database.read, changed);
  const isStored = await database.transact((trx) => storeFigures(trx, { from: seq, to: last, gone: changed, counted }));
  if (isStored) await keepFigures(database);
}

/** Counts every workshop anew, whatever is stored: some at a time, beside a worker that goes on. */
export async function rebuildFigures(database: Database): Promise<void> {
  const isFirst = (await findStoredSeq(database.read)) === null;
  const { sealedSeq: to } = await findPosition(database.read);
  const ids = await listAllWorkshopIds(database.read);
  for (let from = 0; from < ids.length; from += workshopsAtOnce)
    await storeAnew(database, ids.slice(from, from + workshopsAtOnce));
  if (isFirst) await database.transact((trx) => storeFigures(trx, { from: uncounted, to, gone: [], counted: [] }));
}

/** Until nobody has stored anything between the counting and the storing. */
async function storeAnew(database: Database, gone: Id<"workshop">[]): Promise<void> {
  const head = (await findStoredSeq(database.read)) ?? uncounted;
  const counted = await countWorkshops(database.read, gone);
  const isStored = await database.transact((trx) => storeFigures(trx, { from: head, to: head, gone, counted }));
  if (!isStored) await storeAnew(database, gone);
}
