import { locales, type Texts, textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { findProgrammeParties, findProgrammeTitle } from "#app/programmes/queries.ts";
import { type Instant, minutesBetween } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { WorkshopTexts } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { CertificateData, Text3 } from "./certificate-data.ts";

type Source = {
  id: Id<"workshop">;
  programmeId: Id<"programme">;
  code: string;
  zone: Zone;
  startsOn: LocalDate;
  endsOn: LocalDate;
  texts: Pick<WorkshopTexts, "title" | "venue">;
};

/** As many as the page has room for. */
const [mostParties, mostSignatories] = [4, 2];

/**
 * What all certificates of a workshop share: read once.
 * @param namedOn the day whose names institutions bear: that of the issue, unless a certificate of before is replaced
 */
export async function composeShared(db: Reader, workshop: Source, at: Instant, namedOn?: LocalDate) {
  const issuedOn = localDate(at, workshop.zone);
  const { institutionIds, signatories } = await findProgrammeParties(db, workshop.programmeId);
  const institutions = await listInstitutions(db, namedOn ?? issuedOn);
  const sessions = (await listSessionsOf(db, [workshop.id])).filter(({ isCounted }) => isCounted);
  const minutes = sessions.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0);
  const programme = await findProgrammeTitle(db, workshop.programmeId);
  const parties = institutionIds
    .flatMap((id) => institutions.find((candidate) => candidate.id === id) ?? [])
    .slice(0, mostParties);
  const signing = signatories.slice(0, mostSignatories);
  return {
    issuedOn,
    issuedAt: at,
    zone: workshop.zone,
    institutions,
    /** As they are written, before a language that is missing takes another's. */
    written: { programme, title: workshop.texts.title, venue: workshop.texts.venue, parties, signatories: signing },
    signatories: signing.map(({ name, post }) => ({ name, post: inAll(post) })),
    programme: inAll(programme),
    parties: parties.map(({ acronym, name }) => ({ acronym, name: inAll(name) })),
    workshop: {
      code: workshop.code,
      title: inAll(workshop.texts.title),
      venue: inAll(workshop.texts.venue),
      startsOn: workshop.startsOn,
      endsOn: workshop.endsOn,
      minutes,
    },
  };
}

export type Shared = Awaited<ReturnType<typeof composeShared>>;

type Holder = {
  certificateName: string;
  certificateSecondName: string | null;
  institutionId: Id<"institution"> | null;
};

export function composeData(
  { institutions, written: _, ...shared }: Shared,
  { certificateName, certificateSecondName, institutionId }: Holder,
  { number, verifyUrl }: { number: string; verifyUrl: string },
): CertificateData {
  const institution = institutions.find(({ id }) => id === institutionId);
  return {
    version: 2,
    number,
    verifyUrl,
    holder: { name: certificateName, secondName: certificateSecondName },
    institution: inAll(institution?.name ?? {}),
    ...shared,
  };
}

/** Every text of these certificates but the names of their holders. */
export function wordingOf(
  { institutions, programme, workshop, parties, signatories }: Shared,
  holders: Pick<Holder, "institutionId">[],
): string {
  const own = institutions.filter(({ id }) => holders.some(({ institutionId }) => institutionId === id));
  return JSON.stringify([programme, workshop.title, workshop.venue, parties, signatories, own.map(({ name }) => name)]);
}

const inAll = (texts: Texts) =>
  Object.fromEntries(locales.map((locale) => [locale, textIn(texts, locale).text])) as Text3;
