import { formatShortPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { countWorkshopsByProgramme } from "#app/workshops/queries.ts";

export type ProgrammeRow = Awaited<ReturnType<typeof programmeRows>>[number];

/** Every programme within reach, the latest first, and those in the archive at the end. */
export async function programmeRows({ db, reach, locale }: Reading) {
  const programmes = await listProgrammes(db, reach);
  const workshops = await countWorkshopsByProgramme(db);
  return programmes
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || b.startsOn.localeCompare(a.startsOn))
    .map(({ id, code, title, startsOn, endsOn, isArchived }) => ({
      ...{ code, startsOn, endsOn, isArchived },
      title: textIn(title, locale),
      period: formatShortPeriod(locale, startsOn, endsOn),
      workshops: workshops.get(id) ?? 0,
    }));
}
