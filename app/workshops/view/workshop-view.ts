import { formatNumber, formatPeriod, formatShortPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { Localised } from "#app/ui/local-text.tsx";
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

/** A line of a table. */
export type WorkshopRow = WorkshopView & { shortPeriod: string };

export function workshopView(workshop: Workshop, locale: Locale, t: Translator): WorkshopView {
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
    seatView: seatView(state, workshop),
    reserves: reserveCount ? t("workshops:reserves", { count: reserveCount }) : "",
  };
}

export const workshopRow = (workshop: Workshop, locale: Locale, t: Translator): WorkshopRow => ({
  ...workshopView(workshop, locale, t),
  shortPeriod: formatShortPeriod(locale, workshop.startsOn, workshop.endsOn),
});
