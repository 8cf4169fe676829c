import { expect, test } from "vitest";
import { translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";

test.each([
  ["MX", "es", "México"],
  ["JP", "ja", "日本"],
  // people of other countries are on record too: they have no text of ours
  ["GT", "es", "Guatemala"],
  ["GT", "ja", "グアテマラ"],
  ["x-1", "en", "x-1"],
] as const)("%s is called in %s: %s", (country, locale, name) => {
  expect(countryName(country, locale, translator(locale))).toBe(name);
});
