import { threadAnswer } from "#app/threads/thread-answer.ts";
import { turns } from "#app/threads/turns.ts";
import type { PdfSource } from "./pdf.ts";

/** One at a time: each needs a processor and the fonts for itself. */
const { refuseWhereFull, inTurn } = turns(1);

/**
 * A document, made in a thread of its own: a server that answers pages would stand still for a second or more. The
 * worker's process makes its documents where it runs.
 * @param leaving aborted once nobody waits for it any more: then it is not made
 * @throws 503 where too many wait
 */
export async function compileApart(source: PdfSource, leaving?: AbortSignal): Promise<Uint8Array> {
  refuseWhereFull();
  return inTurn(() => threadAnswer("app/documents/pdf-thread.ts", source), leaving);
}
