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

/** What all certificates of a workshop share: read once, with the names that institutions bear on the day of issue. */
export async function composeShared(db: Reader, workshop: Source, at: Instant) {
  const issuedOn = localDate(at, workshop.zone);
  const { institutionIds, signatories } = await findProgrammeParties(db, workshop.programmeId);
  const institutions = await listInstitutions(db, issuedOn);
  const sessions = (await listSessionsOf(db, [workshop.id])).filter(({ isCounted }) => isCounted);
  const minutes = sessions.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0);
  return {
    issuedOn,
    issuedAt: at,
    zone: workshop.zone,
    institutions,
    signatories,
    programme: inAll(await findProgrammeTitle(db, workshop.programmeId)),
    parties: institutionIds.flatMap((id) => {
      const institution = institutions.find((candidate) => candidate.id === id);
      return institution ? [{ acronym: institution.acronym, name: inAll(institution.name) }] : [];
    }),
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

type Holder = {
  certificateName: string;
  certificateSecondName: string | null;
  institutionId: Id<"institution"> | null;
};

export function composeData(
  { institutions, ...shared }: Awaited<ReturnType<typeof composeShared>>,
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
    parties: shared.parties.slice(0, 4),
    signatories: shared.signatories.slice(0, 2),
  };
}

/** Every text of these certificates but the names of their holders. */
export function wordingOf(
  { institutions, programme, workshop, parties, signatories }: Awaited<ReturnType<typeof composeShared>>,
  holders: Pick<Holder, "institutionId">[],
): string {
  const own = institutions.filter(({ id }) => holders.some(({ institutionId }) => institutionId === id));
  return JSON.stringify([programme, workshop.title, workshop.venue, parties, signatories, own.map(({ name }) => name)]);
}

const inAll = (texts: Texts) =>
  Object.fromEntries(locales.map((locale) => [locale, textIn(texts, locale).text])) as Text3;
