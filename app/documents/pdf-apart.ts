import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { PdfSource } from "./pdf.ts";

/** Read beside the running programme, as templates are. */
const thread = resolve(process.cwd(), "app/documents/pdf-thread.ts");

/** One at a time: each needs a processor and the fonts for itself. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** More would wait for longer than anybody looks at an empty page. */
const mostWaiting = 20;

/**
 * A document, made in a thread of its own: a server that answers pages would stand still for a second or more. The
 * worker's process makes its documents where it runs.
 * @param leaving aborted once nobody waits for it any more: then it is not made
 * @throws 503 where too many wait
 */
export async function compileApart(source: PdfSource, leaving?: AbortSignal): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw tooMany();
  waiting += 1;
  const mine = last.then(() => {
    if (leaving?.aborted) throw tooMany();
    return compileInThread(source);
  });
  last = mine.catch(() => undefined);
  return mine.finally(() => {
    waiting -= 1;
  });
}

const tooMany = () => new Response(null, { status: 503, headers: { "Retry-After": "5" } });

const compileInThread = (source: PdfSource) =>
  new Promise<Uint8Array>((done, fail) => {
    const worker = new Worker(thread, { workerData: source });
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The thread of a document ended with ${code}.`)));
  });
