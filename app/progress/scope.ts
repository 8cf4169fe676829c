import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryText } from "#app/web/search-params.ts";
import { listMonths } from "./figures/figures.ts";
import { periodOf, yearsOf } from "./rules.ts";
import type { Scope } from "./scope.rules.ts";

type Option = { value: string; label: string; lang?: Locale };

/** The filter that every page of this room has, and its part of their addresses. */
export type ScopeView = {
  chosen: { programme: string; year: string };
  programmes: Option[];
  years: { calendar: Option[]; fiscal: Option[] };
  isLimited: boolean;
};

export async function readScope({
  db,
  actor,
  reach,
  url,
  locale,
  t,
  at,
}: Pick<Reading, "db" | "actor" | "reach" | "url" | "locale" | "t" | "at">): Promise<{
  scope: Scope;
  view: ScopeView;
}> {
  const programmes = await listProgrammes(db, reach);
  const code = queryText(url, "programme");
  const programme = code ? orNotFound(programmes.find((candidate) => candidate.code === code)) : null;
  const year = queryText(url, "year");
  const period = periodOf(year);
  const months = [
    ...(await listMonths(db, reach)),
    localDate(at, actor.zone).slice(0, 7),
    ...(period ? [period.from.slice(0, 7)] : []),
  ];
  return {
    scope: { reach, programmeId: programme?.id ?? null, period },
    view: {
      chosen: { programme: programme?.code ?? "", year: period ? year : "" },
      programmes: programmes.map(({ code: value, title }) => ({ value, ...labelled(textIn(title, locale), value) })),
      years: yearOptions(months, t),
      isLimited: !reach.everywhere,
    },
  };
}

const labelled = ({ text, lang }: { text: string; lang: Locale }, code: string) =>
  text ? { label: text, lang } : { label: code };

function yearOptions(months: string[], t: Translator): ScopeView["years"] {
  const { calendar, fiscal } = yearsOf(months);
  return {
    calendar: calendar.map((year) => ({ value: String(year), label: t("progress:year.calendar", { year }) })),
    fiscal: fiscal.map((year) => ({ value: `fy${year}`, label: t("progress:year.fiscal", { year }) })),
  };
}
