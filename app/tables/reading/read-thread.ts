// Started by `read-apart.ts` in a thread of its own: reads one file, hands over what it holds or why not, and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { FileToRead } from "./read-apart.ts";
import { readFileTable } from "./read-file.ts";
import { TableRefusal } from "./refusal.ts";

const { bytes, encoding } = workerData as FileToRead;
try {
  parentPort?.postMessage(await readFileTable(Buffer.from(bytes), encoding));
} catch (error) {
  // errors lose their class on the way
  if (!(error instanceof TableRefusal)) throw error;
  parentPort?.postMessage({ because: error.because, cell: error.cell });
}
