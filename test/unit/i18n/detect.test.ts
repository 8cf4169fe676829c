import { expect, test } from "vitest";
import {
  bringsLanguageAlone,
  detectLocale,
  localeFromAccept,
  localeFromCookie,
  rememberLocale,
} from "#app/i18n/detect.ts";

const headers = (cookie?: string, accept?: string) =>
  new Headers({ ...(cookie && { cookie }), ...(accept && { "accept-language": accept }) });

test("the cookie comes first, then what the browser accepts, then Spanish", () => {
  expect(detectLocale(headers("puente-language=ja", "en"))).toBe("ja");
  expect(detectLocale(headers("puente-language=fr", "en"))).toBe("en");
  expect(detectLocale(headers(undefined, "fr"))).toBe("es");
  expect(detectLocale(headers())).toBe("es");
});

test.each([
  ["ja", "ja"],
  ["ja-JP,ja;q=0.9,en;q=0.8", "ja"],
  ["en-GB", "en"],
  ["es-MX,es;q=0.9", "es"],
  ["JA-jp", "ja"],
  ["fr-FR,fr;q=0.9,en;q=0.8,ja;q=0.7", "en"],
  ["en;q=0.5,ja;q=0.9", "ja"],
  ["en;q=0,ja;q=0.1", "ja"],
  ["en; q=0.2, ja; q=0.3", "ja"],
  ["de,*;q=0.5", null],
  ["en;q=0", null],
  [";;;,,,", null],
  ["en;q=abc", "en"],
  ["en;q=1.1.1", null],
  ["", null],
  [null, null],
])("of %j the best is %s", (accept, expected) => {
  expect(localeFromAccept(accept)).toBe(expected);
});

test("a list without end is read to its twentieth part", () => {
  expect(localeFromAccept(`${"fr,".repeat(100_000)}ja`)).toBeNull();
});

test.each([
  ["puente-language=ja", "ja"],
  ["a=b; puente-language=en; c=d", "en"],
  ["not-puente-language=ja", null],
  ["puente-language=japanese", null],
  ["puente-language=", null],
  ["__Host-puente-language=ja; puente-language=en", "ja"],
  [null, null],
])("the cookie %j gives %s", (cookie, expected) => {
  expect(localeFromCookie(cookie)).toBe(expected);
});

test("what is remembered is found again", () => {
  for (const isSecure of [true, false]) expect(localeFromCookie(rememberLocale("ja", isSecure))).toBe("ja");
});

test("behind https the cookie is bound to the host", () => {
  expect(rememberLocale("ja", true)).toMatch(/^__Host-puente-language=ja; Path=\/; .*; Secure$/);
  expect(rememberLocale("ja", false)).not.toMatch(/__Host-|Secure/);
});

test.each([
  [undefined, true],
  ["puente-language=es", true],
  ["__Host-puente-language=ja; puente-language=xx", true],
  ["puente-language=es; puente=token", false],
  ["puente-languages=es", false],
  ["other", false],
  ["", false],
])("%s: whether it is the language alone that is brought along", (cookie, expected) => {
  expect(bringsLanguageAlone(cookie)).toBe(expected);
});
