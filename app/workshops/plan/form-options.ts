import type { Reach } from "#app/access/permissions.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { type Institution, listInstitutions } from "#app/institutions/queries.ts";
import { listPartiesOf, listProgrammes, listThemes } from "#app/programmes/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { listVenues } from "#app/venues/queries.ts";
import { workshopTexts } from "#app/workshops/form.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { listThemeIds, type WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findNextCode } from "./draft.queries.ts";
import { usualHost, usualLanguages } from "./draft.rules.ts";

/** What a workshop has already: it stays among the choices when it has been archived. */
type Stored = { programmeId?: Id<"programme">; hostInstitutionId?: Id<"institution">; venueId?: Id<"venue"> | null };

/** What the lists of the workshop form offer. */
export async function formOptions(
  db: Reader,
  reach: Reach,
  { locale, today, stored = {} }: { locale: Locale; today: LocalDate; stored?: Stored },
) {
  const option = (id: Id, texts: Parameters<typeof textIn>[0], code: string) => ({
    value: id,
    label: textIn(texts, locale).text || code,
  });
  const isOffered = ({ id, isArchived }: { id: Id; isArchived: boolean }) =>
    !isArchived || id === stored.programmeId || id === stored.hostInstitutionId;
  const reached = (await listProgrammes(db, reach)).filter(isOffered);
  const programmes = reached.map(({ id, code, title }) => option(id, title, code));
  const parties = await listPartiesOf(
    db,
    reached.map(({ id }) => id),
  );
  const offered = (await listInstitutions(db, today)).filter(isOffered);
  const institutions = partiesFirst(offered, parties).map(({ id, code, name }) => option(id, name, code));
  const venues = (await listVenues(db))
    .filter(({ id, archivedAt }) => archivedAt === null || id === stored.venueId)
    .map(({ id, name }) => option(id, name, id));
  const themes = (await listThemes(db)).map(({ id, name }) => option(id, name, id));
  return { programmes, institutions, venues, themes };
}

type Party = Awaited<ReturnType<typeof listPartiesOf>>[number];

/** Hosts of the programmes first, then their other parties, then everybody else; each in their order. */
function partiesFirst(institutions: Institution[], parties: readonly Party[]): Institution[] {
  const rankOf = ({ id }: Institution) => {
    const own = parties.filter(({ institutionId }) => institutionId === id);
    return own.some(({ role }) => role === "host") ? 0 : own.length ? 1 : 2;
  };
  return institutions.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** What the form for a draft begins with. Where there is one programme, it is chosen already, with its host. */
export async function draftValues(db: Reader, reach: Reach, today: LocalDate) {
  const [programme, ...others] = (await listProgrammes(db, reach)).filter(({ isArchived }) => !isArchived);
  const only = programme && !others.length ? programme : null;
  const parties = only ? await listPartiesOf(db, [only.id]) : [];
  const nextCode = only ? await findNextCode(db, only, today.slice(0, 4)) : null;
  const given = { mode: "onSite", capacity: "20", minimumAttendance: "80", workingLanguages: [...usualLanguages] };
  const host = usualHost(parties);
  return { nextCode, initial: { ...given, programmeId: only?.id ?? "", hostInstitutionId: host ?? "" } };
}

/** A stored workshop as the form's fields. */
export async function workshopFormValues(db: Reader, workshop: WholeWorkshop) {
  const { programmeId, hostInstitutionId, venueId, mode, country, zone, startsOn, endsOn, texts } = workshop;
  const { contactName, contactEmail, contactPhone } = workshop;
  return {
    ...{ code: workshop.code, programmeId, hostInstitutionId, mode, country, zone, startsOn, endsOn },
    ...{ venueId: venueId ?? "", contactName, contactEmail, contactPhone },
    capacity: String(workshop.capacity),
    minimumAttendance: String(workshop.minimumAttendance),
    workingLanguages: await listLanguages(db, workshop.id),
    themeIds: await listThemeIds(db, workshop.id),
    ...workshopTexts.title.write(texts.title),
    ...workshopTexts.summary.write(texts.summary),
    ...workshopTexts.venue.write(texts.venue),
    ...workshopTexts.requirements.write(texts.requirements),
  };
}
