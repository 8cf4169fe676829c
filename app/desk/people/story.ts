import { covers, may, type Reach, reachOf } from "#app/access/permissions.ts";
import { shareIn } from "#app/attendance/measures.rules.ts";
import { countMarksOfEnrolments } from "#app/attendance/queries.ts";
import { listCertificatesOf } from "#app/certificates/queries.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { formatInstant, formatPeriod, formatShare } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import type { InstitutionOf } from "#app/institutions/institution-names.ts";
import { listMailTo } from "#app/mail/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

/** So many messages stand on a person's page, the latest. */
const mostMail = 50;

/**
 * Everything that somebody is or was in, the latest first. Of workshops out of the reader's reach it says that they are
 * or were in them, and no more; what nobody has published stays unsaid.
 */
export async function workshopsOf(visit: Reading, personId: Id<"person">, institutionOf: InstitutionOf) {
  const { db, actor, locale } = visit;
  const enrolments = await listEnrolmentsOf(db, personId);
  const workshops = await listWorkshopsById(
    db,
    enrolments.map(({ workshopId }) => workshopId),
  );
  const byId = new Map(workshops.map((workshop) => [workshop.id, workshop]));
  const countsOf = await countMarksOfEnrolments(db, enrolments);
  const certificates = Map.groupBy(await listCertificatesOf(db, personId), ({ enrolmentId }) => enrolmentId);
  const reach = reachOf(actor, "participant.read");
  return enrolments.toReversed().flatMap(({ id, workshopId, state, rank, institutionId, post }) => {
    const workshop = byId.get(workshopId);
    const isWithin = workshop !== undefined && isReached(reach, workshop);
    if (!workshop || (!isWithin && workshop.state === "draft")) return [];
    const counts = countsOf.get(id);
    return [
      {
        id,
        state,
        rank: state === "reserve" && isWithin ? rank : null,
        code: workshop.code,
        title: textIn(workshop.texts.title, locale),
        period: formatPeriod(locale, workshop.startsOn, workshop.endsOn),
        isWithin,
        institution: institutionOf(institutionId),
        post: post ?? "",
        attendance: isWithin && isSeated(state) && counts ? formatShare(locale, shareIn(workshop.state, counts)) : null,
        certificates: (certificates.get(id) ?? []).map(({ number, status }) => ({ number, status })),
      },
    ];
  });
}

const isReached = (reach: Reach, { programmeId, id }: Workshop) => covers(reach, { programmeId, workshopId: id });

/** What was written to somebody of workshops within reach, and of their account. */
export async function messagesTo(visit: Reading, personId: Id<"person">) {
  const { db, actor, locale } = visit;
  if (!may(actor, "message.read")) return [];
  const reach = reachOf(actor, "message.read");
  const enrolments = await listEnrolmentsOf(db, personId);
  const workshops = await listWorkshopsById(
    db,
    enrolments.map(({ workshopId }) => workshopId),
  );
  const within = workshops.filter((workshop) => isReached(reach, workshop)).map(({ id }) => id);
  const mail = await listMailTo(db, personId, within, mostMail);
  return mail.map(({ id, toAddress, subject, locale: language, composedAt, sentAt }) => ({
    id,
    to: toAddress,
    subject,
    language,
    composed: formatInstant(locale, composedAt, actor.zone),
    isSent: sentAt !== null,
  }));
}
