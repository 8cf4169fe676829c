import { enqueue } from "#app/outbox/commands.ts";
import { type Handler, PermanentFailure, payloadValue } from "#app/outbox/job.ts";
import { renderCertificate } from "./certificate-pdf.ts";
import { keepDocument } from "./commands.ts";
import { findCertificateById } from "./queries.ts";

/** Makes the document of a certificate from its frozen data, keeps it, and has its holder told. */
export const makeDocument: Handler = async (job, { database, at }) => {
  const certificateId = payloadValue(job, "certificateId");
  const certificate = await findCertificateById(database.read, certificateId);
  if (!certificate) throw new PermanentFailure("NoCertificate");
  const pdf = renderCertificate(certificate.data);
  const { workshopId, personId } = certificate;
  await database.transact(async (trx) => {
    const isNew = await keepDocument(trx, { certificateId, pdf, at });
    if (isNew && job.payload.tells !== "no")
      await enqueue(trx, at, "certificate.ready", { certificateId }, { workshopId, personId });
  });
};
