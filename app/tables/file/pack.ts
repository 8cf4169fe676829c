import { on, once } from "node:events";
import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import { Worker } from "node:worker_threads";
import { turns } from "#app/threads/turns.ts";
import { fileBytes } from "./file-bytes.ts";
import type { FileRows, FileShape } from "./file-cell.ts";

/** Beside the running programme. */
const thread = resolve(process.cwd(), "app/tables/file/pack-thread.ts");

/** One at a time: a processor is left for pages. */
const { refuseWhereFull, inTurn } = turns(1);
/** So many bytes wait for a slow line, so that the next list need not. */
const mostUnread = 4_000_000;
/** Who takes nothing for so long does not come back. */
const mostStalledMs = 60_000;

type Downloader = {
  /** Aborted when whoever downloads has left. */
  leaving: AbortSignal;
  /** Ready when the line takes more. */
  isReady?: () => Promise<unknown>;
};

/**
 * A list as a file, packed while rows come in: no more of them are held than two batches. What is longer than one batch
 * is packed in a thread of its own. It begins when the first bytes are asked for.
 * @throws 503 where too many lists wait
 */
export function packList(
  shape: FileShape,
  batches: AsyncIterable<FileRows>,
  { leaving, isReady }: Downloader,
): ReadableStream<Uint8Array> {
  refuseWhereFull();
  const ending = new AbortController();
  const signal = AbortSignal.any([leaving, ending.signal]);
  let bytes: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        bytes ??= packing(shape, batches, signal);
        await isReady?.();
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => ending.abort(),
    },
    { highWaterMark: 0 },
  );
}

async function* packing(shape: FileShape, batches: AsyncIterable<FileRows>, signal: AbortSignal) {
  const rows = batches[Symbol.asyncIterator]();
  try {
    const begun = [await rows.next(), await rows.next()];
    const all = continued(begun, rows);
    if (begun.at(-1)?.done) yield* fileBytes(shape, all);
    else yield* packedApart(shape, all, signal);
  } finally {
    await rows.return?.();
  }
}

async function* continued(begun: IteratorResult<FileRows>[], rows: AsyncIterator<FileRows>): AsyncGenerator<FileRows> {
  for (const { done, value } of begun) if (!done) yield value;
  if (begun.at(-1)?.done) return;
  for (let next = await rows.next(); !next.done; next = await rows.next()) yield next.value;
}

function packedApart(shape: FileShape, rows: AsyncGenerator<FileRows>, signal: AbortSignal): PassThrough {
  const packed = new PassThrough({ highWaterMark: mostUnread });
  inTurn(() => packInThread({ shape, rows, packed, signal }), signal).catch((error) => packed.destroy(error));
  return packed;
}

type Packing = { shape: FileShape; rows: AsyncGenerator<FileRows>; packed: PassThrough; signal: AbortSignal };

/** Feeds the thread with rows as it asks for them, and takes its bytes as far as there is room. */
async function packInThread({ shape, rows, packed, signal }: Packing): Promise<void> {
  const worker = new Worker(thread, { workerData: shape });
  try {
    for await (const [told] of on(worker, "message", { close: ["exit"], signal })) {
      if (told === "more") {
        const { done, value } = await rows.next();
        worker.postMessage(done ? null : value);
      } else if (told === "end") {
        packed.end();
        return;
      } else {
        if (!packed.write(told)) await room(packed, signal);
        worker.postMessage("taken");
      }
    }
    throw new Error("the thread that packs a list has ended early");
  } finally {
    await worker.terminate();
  }
}

const room = (packed: PassThrough, signal: AbortSignal) =>
  once(packed, "drain", { signal: AbortSignal.any([signal, AbortSignal.timeout(mostStalledMs)]) });
