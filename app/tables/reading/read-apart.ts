import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Encoding } from "./encodings.ts";
import type { TableReading } from "./read-table.ts";
import { TableRefusal, type TableRefusalReason } from "./refusal.ts";

export type FileToRead = { bytes: Uint8Array; encoding: Encoding | null };

/** Beside the running programme. */
const thread = resolve(process.cwd(), "app/tables/reading/read-thread.ts");

/** Fifty thousand rows take three seconds. */
const mostMs = 20_000;
const mostMegabytes = 512;

/**
 * What a file holds, read in a thread of its own, which is ended where it takes too long. A thread is no wall: what
 * makes it use all memory may end its process. So files are read by the worker, as long work, and never by a server.
 * @throws TableRefusal
 */
export async function readApart(file: FileToRead): Promise<TableReading> {
  const worker = new Worker(thread, {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const read = Promise.withResolvers<TableReading | { because: TableRefusalReason; cell: string }>();
  const timer = setTimeout(() => read.reject(new TableRefusal("tooSlow")), mostMs);
  worker.once("message", read.resolve);
  worker.once("error", (error: NodeJS.ErrnoException) =>
    read.reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new TableRefusal("tooLarge") : error),
  );
  worker.once("exit", (code) => read.reject(new Error(`The thread of a table ended with ${code}.`)));
  try {
    const found = await read.promise;
    if ("because" in found) throw new TableRefusal(found.because, found.cell);
    return found;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
