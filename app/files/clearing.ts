import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { dropFile } from "./commands.ts";
import { listErased, listUnready } from "./queries.ts";
import { type Shelf, storeAt } from "./store.ts";

/** Longer than any file may take to come. */
const unreadyMinutes = 60;
const mostAtOnce = 50;

/**
 * Ends the bytes of what was erased, and what never came whole. In the worker: it waits for a store, and on its
 * connection SQLite overwrites what it deletes.
 * @throws where something of it could not be ended: it is tried again the next time
 */
export async function clearFiles(shelf: Shelf, at: Instant): Promise<void> {
  const { read } = shelf.database;
  for (;;) {
    const unready = await listUnready(read, plusMinutes(at, -unreadyMinutes), mostAtOnce);
    const ended = [...unready, ...(await listErased(read, mostAtOnce))];
    const failures: unknown[] = [];
    for (const file of ended) await clearFile(shelf, file).catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} files could not be ended`);
    if (ended.length < mostAtOnce) return;
  }
}

async function clearFile(shelf: Shelf, { id, place }: Awaited<ReturnType<typeof listUnready>>[number]) {
  if (place !== "gone") await storeAt(shelf, place).erase(id);
  await shelf.database.transact((trx) => dropFile(trx, id));
}
