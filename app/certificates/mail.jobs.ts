import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { type Handler, PermanentFailure } from "#app/outbox/job.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { findCertificateById } from "./queries.ts";

/** Tells the holder that the document can be downloaded. */
export const tellCertificateReady: Handler<"certificate.documented"> = async (job, context) => {
  const { database, settings } = context;
  const certificate = await findCertificateById(database.read, job.payload.certificateId);
  const [workshop] = certificate ? await listWorkshopsById(database.read, [certificate.workshopId]) : [];
  if (!certificate || !workshop) throw new PermanentFailure("NoSuchCertificate");
  const { number, personId } = certificate;
  const { email, name, locale } = await findRecipient(database.read, personId);
  const title = textIn(workshop.texts.title, locale);
  const titled = { ...title, text: title.text || workshop.code };
  const letter = compose(locale, "certificate.ready", {
    name,
    values: { workshop: titled.text },
    facts: [
      { label: "workshop", ...titled },
      { label: "certificate", text: number },
    ],
    link: settings.appUrl + to.myCertificates({ locale }),
  });
  await deliver(context, job, {
    ...letter,
    to: email,
    personId,
    workshopId: workshop.id,
    locale,
    kind: "certificate.ready",
  });
};
