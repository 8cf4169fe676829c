import { cityOf } from "#app/i18n/city-of.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type Zone, zones } from "#app/time/zones.ts";
import { type SessionKind, sessionKinds } from "#app/timetable/kinds.ts";

/** The clocks of a timetable: the venue's, and the one beside it. */
export type GridClocks = { zone: Zone; other: Zone };

/** Words that the server and the browser write sessions with. What stands in braces is filled in there. */
export type GridWords = GridClocks & {
  locale: Locale;
  /** `{from}–{to}` */
  span: string;
  /** `Session {number}` */
  untitled: string;
  fresh: string;
  notCounted: string;
  noRoom: string;
  /** `{city} {hours} h`: how far the other clock is ahead. */
  apart: string;
  /** Between two facts. */
  between: string;
  next: string;
  previous: string;
  kinds: Record<SessionKind, string>;
  cities: Record<Zone, string>;
};

export function gridWords(t: Translator, locale: Locale, clocks: GridClocks): GridWords {
  return {
    ...clocks,
    locale,
    span: t("common:day.span", { from: "{from}", to: "{to}" }),
    untitled: t("workshops:session.untitled", { number: "{number}" as unknown as number }),
    fresh: t("timetable:block.fresh"),
    notCounted: t("workshops:session.notCounted"),
    noRoom: t("timetable:column.noRoom"),
    apart: t("timetable:column.apart", { city: "{city}", hours: "{hours}" }),
    between: t("common:fact.between"),
    next: t("common:day.next"),
    previous: t("common:day.previous"),
    kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, t(`workshops:kind.${kind}`)])) as GridWords["kinds"],
    cities: Object.fromEntries(zones.map((zone) => [zone, cityOf(zone, t)])) as GridWords["cities"],
  };
}

/** A text with its braces filled in. */
export const fillBraces = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
