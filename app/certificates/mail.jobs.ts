import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { findEnrolmentById } from "#app/enrolment/queries.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isStillUnnamed } from "./names/names.queries.ts";
import { findCertificateById } from "./queries.ts";
import type { ReasonClass } from "./validity/reasons.rules.ts";

/**
 * Tells the holder that the document can be downloaded: of a certificate that takes the place of another, why it does.
 * One that is no longer valid has a letter of its own.
 */
export const tellCertificateReady: Handler<"certificate.documented"> = async (job, context) => {
  const { read } = context.database;
  const certificate = await findExisting(read, job.payload.certificateId);
  if (certificate.status !== "valid") return;
  const { number, replacesId } = certificate;
  const facts: LetterFact[] = [{ label: "certificate", text: number }];
  if (!replacesId) return tell(job, context, { ...certificate, kind: "certificate.ready", facts: () => facts });
  const former = await findExisting(read, replacesId);
  return tell(job, context, {
    ...certificate,
    kind: "certificate.replaced",
    facts: (locale) => [...facts, { label: "former", text: former.number }, ...reasonFacts(former, locale)],
  });
};

/** Tells the holder that a certificate is not valid any more, and why. */
export const tellRevoked: Handler<"certificate.revoked"> = async (job, context) => {
  const certificate = await findExisting(context.database.read, job.payload.certificateId);
  const { number } = certificate;
  return tell(job, context, {
    ...certificate,
    kind: "certificate.revoked",
    facts: (locale) => [{ label: "certificate", text: number }, ...reasonFacts(certificate, locale)],
  });
};

/** Asks for the name that a certificate waits for, unless none waits any more. */
export const tellNameMissed: Handler<"certificate.nameMissed"> = async (job, context) => {
  const { read } = context.database;
  const enrolment = await findEnrolmentById(read, job.payload.enrolmentId);
  if (!enrolment) throw new PermanentFailure("NoSuchEnrolment");
  if (!(await isStillUnnamed(read, job.payload.enrolmentId))) return;
  return tell(job, context, { ...enrolment, kind: "certificate.nameMissed", facts: () => [] });
};

async function findExisting(db: Reader, id: Id<"certificate">) {
  const certificate = await findCertificateById(db, id);
  if (!certificate) throw new PermanentFailure("NoSuchCertificate");
  return certificate;
}

type Ended = { reasonClass: ReasonClass | null; statusReason: string | null };

/** The words are its coordinator's, in whatever language they were written. */
function reasonFacts({ reasonClass, statusReason }: Ended, locale: Locale): LetterFact[] {
  const t = translator(locale);
  return [
    ...(reasonClass ? [{ label: "reason" as const, text: t(`certificates:reason.${reasonClass}`) }] : []),
    ...(statusReason ? [{ label: "words" as const, text: statusReason }] : []),
  ];
}

type Telling = {
  kind: Extract<MailKind, `certificate.${string}`>;
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  /** Of a certificate. */
  number?: string;
  /** Beside the workshop. */
  facts: (locale: Locale) => LetterFact[];
};

/** Somebody without an account is led to where anybody verifies a certificate. */
function leadTo(kind: Telling["kind"], { locale, number }: { locale: Locale; number: string | undefined }) {
  if (number) return to.verification({ locale, number });
  return kind === "certificate.nameMissed" ? `${to.profile({ locale })}#certificate` : to.myCertificates({ locale });
}

async function tell(job: Job, context: JobContext, { kind, workshopId, personId, number, facts }: Telling) {
  const { database, settings } = context;
  const [workshop] = await listWorkshopsById(database.read, [workshopId]);
  if (!workshop) throw new PermanentFailure("NoSuchWorkshop");
  const { email, name, locale, hasAccount } = await findRecipient(database.read, personId);
  const title = textIn(workshop.texts.title, locale);
  const titled = { ...title, text: title.text || workshop.code };
  const letter = compose(locale, kind, {
    name,
    hasAccount,
    values: { workshop: titled.text },
    facts: [{ label: "workshop", ...titled }, ...facts(locale)],
    link: settings.appUrl + leadTo(kind, { locale, number: hasAccount ? undefined : number }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId, locale, kind });
}
