/** Nobody who sends is silent for so long. */
const silentMs = 20_000;

/**
 * A body as it arrives, which breaks off with 413 past so many bytes, with 408 where the sender falls silent, and with
 * 400 where they break off.
 * What is left of it has to be discarded: a request that was never read to its end holds its connection up,
 * and cancelling it would cut the connection that the answer needs.
 */
export function bodyUpTo(mostBytes: number, request: Request) {
  const reader = (request.body ?? new Blob().stream()).getReader();
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await beforeSilence(reader.read().catch(brokenOff));
        bytes += value?.byteLength ?? 0;
        if (done) controller.close();
        else if (bytes > mostBytes) controller.error(new Response(null, { status: 413 }));
        else controller.enqueue(value);
      },
    },
    // nothing is asked for before somebody reads
    { highWaterMark: 0 },
  );
  return { body, discardRest: () => discard(reader).catch(() => {}) };
}

async function discard(reader: ReadableStreamDefaultReader): Promise<void> {
  while (!(await reader.read()).done);
}

function brokenOff(): never {
  throw new Response(null, { status: 400 });
}

async function beforeSilence<Read>(read: Promise<Read>): Promise<Read> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Response(null, { status: 408 })), silentMs);
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}
