import { formatNumber, formatPeriod, formatShare } from "#app/i18n/format.ts";
import { findFiguresOf } from "#app/statistics/stored.queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";

/** What came of the former edition, as far as it has been counted. */
export async function formerResults({ db, locale }: Pick<Reading, "db" | "locale">, workshop: WholeWorkshop) {
  const figures = await findFiguresOf(db, workshop.id);
  const { startsOn, endsOn, capacity } = workshop;
  return {
    period: formatPeriod(locale, startsOn, endsOn),
    capacity: formatNumber(locale, capacity),
    figures: figures && {
      enrolled: formatNumber(locale, figures.enrolled),
      reserve: formatNumber(locale, figures.reserve),
      certified: formatNumber(locale, figures.certified),
      rate: figures.counted ? formatShare(locale, figures.attended / figures.counted) : null,
    },
  };
}

export type FormerResults = Awaited<ReturnType<typeof formerResults>>;
