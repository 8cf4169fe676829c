import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { CertificateData } from "./certificate-data.ts";

/** Beside the running programme, as the template is. */
const thread = resolve(process.cwd(), "app/certificates/document/render-thread.ts");

/** One at a time: each needs a processor and the fonts for itself. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The document of a certificate, made in a thread of its own. The worker's process makes them where it runs; a server
 * that answers pages would stand still for a second.
 */
export function renderApart(data: CertificateData): Promise<Uint8Array> {
  const mine = last.then(() => renderInThread(data));
  last = mine.catch(() => undefined);
  return mine;
}

const renderInThread = (data: CertificateData) =>
  new Promise<Uint8Array>((done, fail) => {
    const worker = new Worker(thread, { workerData: data });
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The thread of a document ended with ${code}.`)));
  });
