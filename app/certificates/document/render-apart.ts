import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { CertificateData } from "./certificate-data.ts";

/** Beside the running programme, as the template is. */
const thread = resolve(process.cwd(), "app/certificates/document/render-thread.ts");

/** One at a time: each needs a processor and the fonts for itself. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** More would wait for longer than anybody looks at an empty page. */
const mostWaiting = 20;

/**
 * The document of a certificate, made in a thread of its own. The worker's process makes them where it runs; a server
 * that answers pages would stand still for a second.
 * @param leaving aborted once nobody waits for it any more: then it is not made
 * @throws 503 where too many wait
 */
export async function renderApart(data: CertificateData, leaving?: AbortSignal): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw tooMany();
  waiting += 1;
  const mine = last.then(() => {
    if (leaving?.aborted) throw tooMany();
    return renderInThread(data);
  });
  last = mine.catch(() => undefined);
  return mine.finally(() => {
    waiting -= 1;
  });
}

const tooMany = () => new Response(null, { status: 503, headers: { "Retry-After": "5" } });

const renderInThread = (data: CertificateData) =>
  new Promise<Uint8Array>((done, fail) => {
    const worker = new Worker(thread, { workerData: data });
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The thread of a document ended with ${code}.`)));
  });
