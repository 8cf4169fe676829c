// Started by `render-apart.ts` in a thread of its own: lays out one certificate, hands its bytes over, and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { CertificateData } from "./certificate-data.ts";
import { renderCertificate } from "./certificate-pdf.ts";

parentPort?.postMessage(renderCertificate(workerData as CertificateData));
