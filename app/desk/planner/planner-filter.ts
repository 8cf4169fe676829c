import type { AddressQuery } from "#app/address-makers.ts";
import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { countries } from "#app/institutions/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { type CalendarPeriod, periodHolding, periodNamed } from "#app/workshops/calendar/period.rules.ts";
import { states, type WorkshopState } from "#app/workshops/rules.ts";
import { asId, type Id } from "#db/id.ts";

export const groupings = ["country", "host", "programme", "coordinator", "room", "none"] as const;
export type Grouping = (typeof groupings)[number];

/** What the planner's address asks for. */
export type PlannerFilter = {
  period: CalendarPeriod;
  grouping: Grouping;
  q: string;
  state: WorkshopState | null;
  country: (typeof countries)[number] | null;
  /** A programme's code. */
  programme: string;
  themeId: Id<"theme">;
};

/** The quarter of today where no period is named, and host countries where nothing is said of groups. */
export const readPlannerFilter = (url: URL, today: LocalDate): PlannerFilter => ({
  period: periodNamed(queryText(url, "period", 10)) ?? periodHolding("quarter", today),
  grouping: queryChoice(url, "group", groupings) ?? "country",
  q: queryText(url, "q"),
  state: queryChoice(url, "state", states),
  country: queryChoice(url, "country", countries),
  programme: queryText(url, "programme", 20),
  themeId: asId<"theme">(queryText(url, "theme", 64)),
});

/** The planner's address for a filter, with some of it replaced. */
export function plannerAddress(locale: Locale, filter: PlannerFilter, changes: Partial<PlannerFilter> = {}): string {
  const { period, grouping, q, state, country, programme, themeId } = { ...filter, ...changes };
  const query: AddressQuery = { period: period.name, q, state, country, programme, theme: themeId };
  return to.planner({ locale }, { ...query, group: grouping === "country" ? null : grouping });
}
