import { covers, may, type Reach, reachOf } from "#app/access/permissions.ts";
import { shareIn } from "#app/attendance/measures.rules.ts";
import { countMarksOfEnrolments } from "#app/attendance/queries.ts";
import { listCertificatesOf } from "#app/certificates/queries.ts";
import { listWorkshopsOpenTo } from "#app/enrolment/people/open-to.queries.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { formatInstant, formatPeriod, formatShare } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import type { InstitutionOf } from "#app/institutions/institution-names.ts";
import { listMailTo } from "#app/mail/queries.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

/** So many messages stand on a person's page, the latest. */
const mostMail = 50;

/** What somebody is or was in, and what was written to them. */
export async function storyOf(visit: Reading, personId: Id<"person">, institutionOf: InstitutionOf) {
  const enrolments = await listEnrolmentsOf(visit.db, personId);
  const workshops = await listWorkshopsById(
    visit.db,
    enrolments.map(({ workshopId }) => workshopId),
  );
  return {
    workshops: await workshopsOf(visit, personId, { enrolments, workshops, institutionOf }),
    messages: await messagesTo(visit, personId, workshops),
  };
}

type Taken = {
  enrolments: Awaited<ReturnType<typeof listEnrolmentsOf>>;
  workshops: Workshop[];
  institutionOf: InstitutionOf;
};

/**
 * Everything that somebody is or was in, the latest first. Of workshops out of the reader's reach it says that they are
 * or were in them, and no more; what nobody has published stays unsaid.
 */
async function workshopsOf(visit: Reading, personId: Id<"person">, { enrolments, workshops, institutionOf }: Taken) {
  const { db, actor, locale } = visit;
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
        hasHistory: mayHere(actor, "participant.change", workshop),
        institution: institutionOf(institutionId),
        post: post ?? "",
        attendance: isWithin && isSeated(state) && counts ? formatShare(locale, shareIn(workshop.state, counts)) : null,
        certificates: (certificates.get(id) ?? []).map(({ number, status }) => ({ number, status })),
      },
    ];
  });
}

const isReached = (reach: Reach, { programmeId, id }: Workshop) => covers(reach, { programmeId, workshopId: id });

/** The workshops to which this reader may add somebody, to choose one from. */
export async function workshopsOpenTo({ db, actor, locale, at }: Reading, personId: Id<"person">): Promise<Option[]> {
  if (!may(actor, "participant.change")) return [];
  const workshops = await listWorkshopsOpenTo(db, reachOf(actor, "participant.change"), { personId, at });
  return workshops.map(({ code, texts, startsOn, endsOn }) => {
    const title = textIn(texts.title, locale).text;
    return { value: code, label: [code, title, formatPeriod(locale, startsOn, endsOn)].filter(Boolean).join(" · ") };
  });
}

/** What was written to somebody of workshops within reach, and of their account. */
async function messagesTo(visit: Reading, personId: Id<"person">, workshops: Workshop[]) {
  const { db, actor, locale } = visit;
  if (!may(actor, "message.read")) return [];
  const reach = reachOf(actor, "message.read");
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
