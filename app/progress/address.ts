import type { Locale } from "#app/i18n/locales.ts";

type Query = Record<string, string | number | null | undefined>;

/** An address below `/{l}/progress`; what is empty stays out of it. */
export function progressAddress(locale: Locale, page: "" | "/workshops" | "/people", query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value ? [[name, String(value)]] : [],
  );
  const search = new URLSearchParams(given).toString();
  return `/${locale}/progress${page}${search ? `?${search}` : ""}`;
}
