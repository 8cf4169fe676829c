import { enqueue } from "#app/outbox/enqueue.ts";
import { type Handler, PermanentFailure, payloadValue } from "#app/outbox/job.ts";
import type { CertificateData } from "./certificate-data.ts";
import { renderCertificate } from "./certificate-pdf.ts";
import { keepDocument } from "./commands.ts";

/** Makes the document of a certificate from its frozen data, keeps it, and has its holder told. */
export const makeDocument: Handler = async (job, { database, at }) => {
  const certificateId = payloadValue(job, "certificateId");
  const certificate = await database.read
    .selectFrom("certificate")
    .select(["data", "workshopId", "personId"])
    .where("id", "=", certificateId)
    .executeTakeFirst();
  if (!certificate) throw new PermanentFailure("NoCertificate");
  const pdf = renderCertificate(JSON.parse(certificate.data) as CertificateData);
  const { workshopId, personId } = certificate;
  await database.transact(async (trx) => {
    const isNew = await keepDocument(trx, { certificateId, pdf, at });
    if (isNew && job.payload.tells !== "no") await enqueue(trx, at, "certificate.ready", { certificateId }, { workshopId, personId });
  });
};
