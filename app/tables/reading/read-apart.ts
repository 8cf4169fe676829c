import { ThreadEnded, threadAnswer } from "#app/threads/thread-answer.ts";
import type { Encoding } from "./encodings.ts";
import type { TableReading } from "./read-table.ts";
import { TableRefusal, type TableRefusalReason } from "./refusal.ts";

export type FileToRead = { bytes: Uint8Array; encoding: Encoding | null };

/** Fifty thousand rows take three seconds. */
const limits = { mostMs: 20_000, mostMegabytes: 512 };

type Answer = TableReading | { because: TableRefusalReason; cell: string };

/**
 * What a file holds, read in a thread of its own, which is ended where it takes too long. A thread is no wall: what
 * makes it use all memory may end its process. So files are read by the worker, as long work, and never by a server.
 * @throws TableRefusal
 */
export async function readApart(file: FileToRead): Promise<TableReading> {
  const found = await threadAnswer<Answer>("app/tables/reading/read-thread.ts", file, limits).catch((error) => {
    if (error instanceof ThreadEnded && error.because !== "silent") throw new TableRefusal(error.because);
    throw error;
  });
  if ("because" in found) throw new TableRefusal(found.because, found.cell);
  return found;
}
