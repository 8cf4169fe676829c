// Started by `stamp-apart.ts` in a thread of its own: stamps one document, hands its bytes over, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { stampPdf, Unstampable } from "./stamp.ts";

const { bytes, line } = workerData as { bytes: Uint8Array; line: string };

await stampPdf(bytes, line).then(
  (pdf) => parentPort?.postMessage({ status: "stamped", pdf }),
  (error: unknown) => {
    if (!(error instanceof Unstampable)) throw error;
    parentPort?.postMessage({ status: "refused", because: error.because });
  },
);
