import { formatShortPeriod } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { HolidayCountry } from "#app/time/holidays/list-holidays.ts";
import type { DaysOff } from "./days-off.rules.ts";

export type DaysOffView = { country: HolidayCountry; days: { when: string; name: string; isAdvice: boolean }[] }[];

/** Days off by country, in words. */
export const daysOffView = (all: readonly DaysOff[], { locale, t }: { locale: Locale; t: Translator }): DaysOffView =>
  [...Map.groupBy(all, ({ country }) => country)].map(([country, own]) => ({
    country,
    days: own.map((off) => ({
      when: formatShortPeriod(locale, off.from, off.to),
      name: holidayName(off, t),
      isAdvice: off.kind === "advice",
    })),
  }));
