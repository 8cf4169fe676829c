import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countries } from "./rules.ts";

/** A country by its code, in words. People may come from others than ours: what the platform calls those will do. */
export function countryName(country: string, locale: Locale, t: Translator): string {
  const ours = countries.find((candidate) => candidate === country);
  if (ours) return t(`common:country.${ours}`);
  return /^[A-Z]{2}$/.test(country)
    ? (new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country)
    : country;
}
