import { fold } from "#app/i18n/fold.ts";
import { collator } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { searchWords } from "#app/tables/search.ts";

/** A person's names as both countries write them. */
type Names = { familyName: string; givenName: string; secondSurname: string | null; nativeName: string | null };

export type ShownName = { name: string; second: string; isJapanese: boolean };

/** As people write themselves, and a second form that the other country can read. */
export function shownName({ latinName, ...names }: Names & { latinName: string | null }): ShownName {
  const native = nativeOf(names);
  if (!native) return { name: latinOf(names), second: "", isJapanese: false };
  const spelled = isNative(names) ? "" : `${names.familyName} ${names.givenName}`;
  return { name: native, second: latinName ?? spelled, isJapanese: true };
}

/** As a letter or a page in some language calls somebody. In Japanese a Japanese family name comes first. */
export function addressedName({ country, ...names }: Names & { country: string }, locale: Locale): string {
  const native = locale === "ja" || isNative(names) ? nativeOf(names) : null;
  if (native) return native;
  return locale === "ja" && country === "JP" ? `${names.familyName} ${names.givenName}` : latinOf(names);
}

/** As in a register, family name first. Readers of Japanese see the native script before the Latin one. */
export function registerName(names: Names, locale: Locale) {
  const { familyName, givenName, secondSurname } = names;
  const native = nativeOf(names);
  if (native && isNative(names)) return { name: native, other: null };
  const latin = `${[familyName, secondSurname].filter(Boolean).join(" ")}, ${givenName}`;
  if (!native) return { name: latin, other: null };
  return locale === "ja" ? { name: native, other: latin } : { name: latin, other: native };
}

export type EveryName = Names & { kana: string | null; latinName: string | null };

/**
 * The order of a list of people, as its readers look somebody up: by family name. Readers of Japanese find native names
 * first, by their kana. A family name that is kept in kanji stands where its Latin spelling does.
 */
export function nameOrder(locale: Locale): (a: EveryName, b: EveryName) => number {
  const compare = collator(locale);
  const reading = oncePerPerson(({ nativeName, kana }) => (locale === "ja" && nativeName && kana) || "");
  const latin = oncePerPerson(latinKey);
  return (a, b) =>
    Number(!reading(a)) - Number(!reading(b)) ||
    compare(reading(a), reading(b)) ||
    compare(latin(a), latin(b)) ||
    compare(a.givenName, b.givenName);
}

/** Whoever sorts a list asks for each key a dozen times. */
function oncePerPerson(keyOf: (names: EveryName) => string) {
  const keys = new Map<EveryName, string>();
  return (names: EveryName): string => {
    const key = keys.get(names) ?? keyOf(names);
    keys.set(names, key);
    return key;
  };
}

const latinKey = ({ familyName, secondSurname, latinName }: EveryName) =>
  /^\p{Script=Latin}/u.test(familyName) ? `${familyName} ${secondSurname ?? ""}` : (latinName ?? familyName);

/**
 * Names that a certificate could bear, as each country writes them. Its holder chooses: until then none of them counts.
 */
export function suggestCertificateNames({ kana, ...names }: Names & { kana: string | null }) {
  const { familyName, givenName } = names;
  const native = nativeOf(names);
  if (!native) return { name: latinOf(names), secondName: kana ?? "" };
  const isLatin = /^[\p{Script=Latin}\p{M}'’. -]+$/u.test(familyName + givenName);
  return { name: native, secondName: isLatin ? `${familyName.toUpperCase()} ${givenName}` : "" };
}

/** The words of every name that a person is found by. Japanese names are typed without their space as well. */
export function personWords({ kana, latinName, ...names }: EveryName): string[] {
  const { familyName, givenName, secondSurname } = names;
  const japanese = [nativeOf(names), kana].flatMap(withoutSpace);
  return searchWords([familyName, givenName, secondSurname, latinName, ...japanese]);
}

const withoutSpace = (name: string | null) => [name, name?.replace(/\s+/g, "") ?? null];

/**
 * The order of `nameOrder` as two columns, by which databases sort: for readers of Japanese, and for all others.
 * Whoever writes a name writes them too.
 */
export function sortKeys(names: EveryName): { sortName: string; sortReading: string } {
  const parts = [latinKey(names), names.givenName];
  const reading = names.nativeName && names.kana ? spaced(fold(names.kana)) : null;
  return {
    // in Spanish ñ is a letter of its own, behind all that begin with n
    sortName: parts.map((part) => spaced(fold(part.normalize("NFC").replace(/ñ/gi, "n~")))).join(below),
    sortReading: reading
      ? `0${voiceless(reading)}${below}${reading}`
      : `1${parts.map((part) => spaced(fold(part))).join(below)}`,
  };
}

/** Comes before every letter and space: Aldana stands before Aldana Barragán. */
const below = "\t";

const spaced = (text: string) => text.trim().replace(/\s+/g, " ");

/** Kana are looked up without their voicing marks: ガトウ stands before カワイ. */
const voiceless = (kana: string) =>
  kana
    .normalize("NFD")
    .replace(/[\u3099\u309a]/g, "")
    .normalize("NFC");

/** Whether the two names themselves are written in Japanese: whoever invites may know no Latin spelling. */
const isNative = ({ familyName, givenName }: Names) => Boolean(langOfName(familyName) && langOfName(givenName));

/** In the native script, family name first. */
const nativeOf = (names: Names) =>
  names.nativeName || (isNative(names) ? `${names.familyName} ${names.givenName}` : null);

const latinOf = ({ givenName, familyName, secondSurname }: Names) =>
  [givenName, familyName, secondSurname].filter(Boolean).join(" ");
