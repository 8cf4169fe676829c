import { formatNumber, formatPeriod, formatShortPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { type SeatView, seatView, type WorkshopState } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** A workshop as lists and headings show it, ready in the reader's language. */
export type WorkshopView = Pick<Workshop, "seatsTaken" | "capacity" | "reserveCount"> & {
  code: string;
  state: WorkshopState;
  title: Localised;
  venue: Localised;
  country: string;
  countryCode: string;
  period: string;
  seats: string;
  seatView: SeatView;
  reserves: string;
};

/** Who looks, and when. */
type Visit = { locale: Locale; t: Translator; at: Instant };

/** A line of a list. */
export type WorkshopRow = WorkshopView & Pick<Workshop, "startsOn" | "endsOn"> & { shortPeriod: string };

export function workshopView(workshop: Workshop, { locale, t, at }: Visit): WorkshopView {
  const { code, state, texts, country, startsOn, endsOn, seatsTaken, capacity, reserveCount } = workshop;
  const titled = textIn(texts.title, locale);
  return {
    code,
    state,
    title: titled.text ? titled : { text: code, lang: locale },
    venue: textIn(texts.venue, locale),
    country: countryName(country, locale, t),
    countryCode: country,
    period: formatPeriod(locale, startsOn, endsOn),
    ...{ seatsTaken, capacity, reserveCount },
    seats: `${formatNumber(locale, seatsTaken)} / ${formatNumber(locale, capacity)}`,
    seatView: seatView(workshop, { mayEnrol: mayNow("enrol", workshop, at) }),
    reserves: reserveCount ? t("workshops:reserves", { count: reserveCount }) : "",
  };
}

export function workshopRow(workshop: Workshop, visit: Visit): WorkshopRow {
  const { startsOn, endsOn } = workshop;
  return {
    ...workshopView(workshop, visit),
    ...{ startsOn, endsOn },
    shortPeriod: formatShortPeriod(visit.locale, startsOn, endsOn),
  };
}

/** So many workshops are read at once. */
const batchSize = 250;

/** The same of many workshops, in the order in which they are named. Who has gone meanwhile is left out. */
export async function* workshopRows(db: Reader, ids: readonly Id<"workshop">[], visit: Visit) {
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const found = new Map((await listWorkshopsById(db, batch)).map((workshop) => [workshop.id, workshop]));
    yield batch.flatMap((id) => {
      const workshop = found.get(id);
      return workshop ? [workshopRow(workshop, visit)] : [];
    });
  }
}
