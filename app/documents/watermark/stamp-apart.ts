import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

/** Beside the running programme, as the fonts are. */
const thread = resolve(process.cwd(), "app/documents/watermark/stamp-thread.ts");

export type Stamped =
  | { status: "stamped"; pdf: Uint8Array }
  | { status: "refused"; because: "encrypted" | "unreadable" };

const mostAtOnce = 2;
/** More would wait for longer than anybody looks at an empty page. */
const mostWaiting = 20;
/** What others made may hold a thread for ever: then the thread is ended. */
const patienceMs = 20_000;

let underWay = 0;
const waiting: (() => void)[] = [];

/**
 * Writes a line on each page of a PDF, in a thread of its own: a server that answers pages would stand still meanwhile.
 * @throws 503 where too many wait
 */
export async function stampApart(bytes: Uint8Array, line: string): Promise<Stamped> {
  if (waiting.length >= mostWaiting) throw new Response(null, { status: 503, headers: { "Retry-After": "5" } });
  if (underWay >= mostAtOnce) await new Promise<void>((begin) => waiting.push(begin));
  else underWay += 1;
  try {
    return await stampInThread(bytes, line);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

function stampInThread(bytes: Uint8Array, line: string): Promise<Stamped> {
  return new Promise<Stamped>((done, fail) => {
    const resourceLimits = { maxOldGenerationSizeMb: 512 };
    const worker = new Worker(thread, { workerData: { bytes, line }, resourceLimits });
    const refuse = () => done({ status: "refused", because: "unreadable" });
    const timer = setTimeout(() => {
      refuse();
      void worker.terminate();
    }, patienceMs);
    worker.once("message", ({ stamped, because }) =>
      done(stamped ? { status: "stamped", pdf: stamped } : { status: "refused", because }),
    );
    // a document that needs more memory than a thread may have
    worker.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse() : fail(error),
    );
    worker.once("exit", () => {
      clearTimeout(timer);
      refuse();
    });
  });
}
