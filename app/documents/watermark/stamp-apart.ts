import { ThreadEnded, threadAnswer } from "#app/threads/thread-answer.ts";
import { turns } from "#app/threads/turns.ts";

type Stamped = { status: "stamped"; pdf: Uint8Array } | { status: "refused"; because: "encrypted" | "unreadable" };

const { refuseWhereFull, inTurn } = turns(2);

/** What others made may hold a thread for ever, or take all memory: then the thread is ended. */
const limits = { mostMs: 20_000, mostMegabytes: 512 };

/**
 * Writes a line on each page of a PDF, in a thread of its own: a server that answers pages would stand still meanwhile.
 * @throws 503 where too many wait
 */
export async function stampApart(bytes: Uint8Array, line: string): Promise<Stamped> {
  refuseWhereFull();
  return inTurn(async () => {
    try {
      return await threadAnswer<Stamped>("app/documents/watermark/stamp-thread.ts", { bytes, line }, limits);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      return { status: "refused", because: "unreadable" };
    }
  });
}
