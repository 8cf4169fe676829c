import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

type Limits = { mostMs?: number; mostMegabytes?: number };

/** A thread that was ended, or has ended, before it answered. */
export class ThreadEnded extends Error {
  readonly because: "tooSlow" | "tooLarge" | "silent";

  constructor(because: ThreadEnded["because"]) {
    super(`A thread has ended without an answer: ${because}.`);
    this.because = because;
  }
}

/**
 * The one message of a thread that is begun for it, and ended with it. What throws there throws here.
 * @param file of the thread, beside the running programme, such as `app/documents/pdf-thread.ts`
 * @throws ThreadEnded
 */
export async function threadAnswer<Answer>(file: string, workerData: unknown, limits: Limits = {}): Promise<Answer> {
  const { mostMs, mostMegabytes } = limits;
  const resourceLimits = mostMegabytes ? { maxOldGenerationSizeMb: mostMegabytes } : {};
  const worker = new Worker(resolve(process.cwd(), file), { workerData, resourceLimits });
  const answer = Promise.withResolvers<Answer>();
  const end = (because: ThreadEnded["because"]) => answer.reject(new ThreadEnded(because));
  const timer = mostMs ? setTimeout(() => end("tooSlow"), mostMs) : undefined;
  worker.once("message", answer.resolve);
  worker.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY" ? end("tooLarge") : answer.reject(error),
  );
  worker.once("exit", () => end("silent"));
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
