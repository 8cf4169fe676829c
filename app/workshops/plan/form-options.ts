import type { Reach } from "#app/access/permissions.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { listProgrammes, listThemes } from "#app/programmes/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { workshopTexts } from "#app/workshops/form.ts";
import { listLanguages, listThemeIds, type WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** What the lists of the workshop form offer. */
export async function formOptions(db: Reader, reach: Reach, locale: Locale, today: LocalDate) {
  const option = (id: Id, texts: Parameters<typeof textIn>[0], code: string) => ({
    value: id,
    label: textIn(texts, locale).text || code,
  });
  const programmes = (await listProgrammes(db, reach)).map(({ id, code, title }) => option(id, title, code));
  const institutions = (await listInstitutions(db, today)).map(({ id, code, name }) => option(id, name, code));
  const themes = (await listThemes(db)).map(({ id, name }) => option(id, name, id));
  return { programmes, institutions, themes };
}

/** A stored workshop as the form's fields. */
export async function workshopFormValues(db: Reader, workshop: WholeWorkshop) {
  const { programmeId, hostInstitutionId, mode, country, zone, startsOn, endsOn, texts } = workshop;
  return {
    ...{ code: workshop.code, programmeId, hostInstitutionId, mode, country, zone, startsOn, endsOn },
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
