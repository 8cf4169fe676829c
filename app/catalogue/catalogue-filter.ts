import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type Country, countries } from "#app/institutions/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { type CalendarPeriod, periodHolding, periodNamed } from "#app/workshops/calendar/period.rules.ts";
import { asId, type Id } from "#db/id.ts";

export const times = ["upcoming", "open", "past"] as const;

/** What the catalogue's address asks for. */
export type CatalogueSearch = {
  q: string;
  country: Country | null;
  themeId: Id<"theme">;
  /** Part of the list. */
  when: (typeof times)[number];
  /** Shown as a calendar; null for the list. */
  month: CalendarPeriod | null;
};

/** In a calendar, the month of today where no other is named. */
export function readSought(url: URL, today: LocalDate): CatalogueSearch {
  const named = periodNamed(queryText(url, "month", 7));
  const month = named?.kind === "month" ? named : periodHolding("month", today);
  return {
    q: queryText(url, "q"),
    country: queryChoice(url, "country", countries),
    themeId: asId<"theme">(queryText(url, "theme", 64)),
    when: queryChoice(url, "when", times) ?? "upcoming",
    month: queryChoice(url, "view", ["calendar"]) ? month : null,
  };
}

/** The address of the same search, with some of it replaced. A month is named by its period. */
export function soughtAddress(
  locale: Locale,
  sought: CatalogueSearch,
  changes: Partial<Omit<CatalogueSearch, "month">> & { month?: string | null } = {},
): string {
  const { q, country, themeId, when, month } = { ...sought, month: sought.month?.name ?? null, ...changes };
  const shown = month ? { view: "calendar", month } : { when: when === "upcoming" ? null : when };
  return to.workshops({ locale }, { q, country, theme: themeId, ...shown });
}
