import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countries } from "./rules.ts";

/** A country's name by its code. Our texts name our countries; the platform names the others. */
export function countryName(country: string, locale: Locale, t: Translator): string {
  const ours = countries.find((candidate) => candidate === country);
  if (ours) return t(`common:country.${ours}`);
  return /^[A-Z]{2}$/.test(country)
    ? (new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country)
    : country;
}
