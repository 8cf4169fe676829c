import { formatNumber, formatPeriod, formatShortPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { type SeatView, seatView, type WorkshopState } from "#app/workshops/rules.ts";

/** A workshop as lists and headings show it, ready in the reader's language. */
export type WorkshopView = {
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

/** A line of a table. */
export type WorkshopRow = WorkshopView & { shortPeriod: string };

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
    seats: `${formatNumber(locale, seatsTaken)} / ${formatNumber(locale, capacity)}`,
    seatView: seatView(workshop, { mayEnrol: mayNow("enrol", workshop, at) }),
    reserves: reserveCount ? t("workshops:reserves", { count: reserveCount }) : "",
  };
}

export const workshopRow = (workshop: Workshop, visit: Visit): WorkshopRow => ({
  ...workshopView(workshop, visit),
  shortPeriod: formatShortPeriod(visit.locale, workshop.startsOn, workshop.endsOn),
});
