import { untilChanged } from "#app/audit/until-changed.ts";
import { collator } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { countPeopleByInstitution, findNewestId } from "#app/people/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";

export type InstitutionRow = Awaited<ReturnType<typeof institutionRows>>[number];

/** Every institution, those in the archive at the end. */
export async function institutionRows({ db, actor, locale, t, at }: Reading) {
  const institutions = await listInstitutions(db, localDate(at, actor.zone));
  // to be added counts as no change of what many see
  const key = ["peopleByInstitution", await findNewestId(db)];
  const people = await untilChanged(db, at, key, () => countPeopleByInstitution(db));
  const compare = collator(locale);
  return institutions
    .map(({ id, code, country, name, acronym, isArchived }) => ({
      code,
      isArchived,
      name: textIn(name, locale),
      acronym: acronym === code ? null : acronym,
      country: countryName(country, locale, t),
      people: people.get(id) ?? 0,
    }))
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || compare(a.name.text, b.name.text));
}
