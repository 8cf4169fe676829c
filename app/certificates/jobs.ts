import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
import { emit } from "#app/outbox/commands.ts";
import { type Handler, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { keepDocument } from "./commands.ts";
import { findCertificateById } from "./queries.ts";

/** Makes the document of a certificate from its frozen data; its holder can then be told. */
export const documentIssued: Handler<"certificate.issued"> = ({ payload: { certificateId } }, context) =>
  makeDocument(certificateId, context, async (trx, { workshopId, personId }) => {
    await emit(trx, context.at, "certificate.documented", { certificateId }, { workshopId, personId });
  });

/** The same for a record of long ago, of which nobody is told. */
export const documentRecorded: Handler<"certificate.recorded"> = ({ payload: { certificateId } }, context) =>
  makeDocument(certificateId, context);

/** @param then runs in the transaction that keeps the document, so it runs once: a second attempt finds the document */
async function makeDocument(
  certificateId: Id<"certificate">,
  { database, at }: JobContext,
  then?: (trx: Writer, of: { workshopId: Id<"workshop">; personId: Id<"person"> }) => Promise<void>,
): Promise<void> {
  const certificate = await findCertificateById(database.read, certificateId);
  if (!certificate) throw new PermanentFailure("NoCertificate");
  const pdf = renderCertificate(certificate.data);
  await database.transact(async (trx) => {
    if (await keepDocument(trx, { certificateId, pdf, at })) await then?.(trx, certificate);
  });
}
