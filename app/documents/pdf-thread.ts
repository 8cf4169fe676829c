// Started by `pdf-apart.ts` in a thread of its own: lays out one document, hands its bytes over, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { compilePdf, type PdfSource } from "./pdf.ts";

parentPort?.postMessage(compilePdf(workerData as PdfSource));
