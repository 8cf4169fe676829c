import { fold } from "#app/i18n/fold.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Institution } from "#app/institutions/queries.ts";
import { type Country, countries } from "#app/institutions/rules.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import type { Id } from "#db/id.ts";

/** What the words of a list mean, in any of our languages. */
export type Words = {
  sex: Map<string, (typeof sexes)[number]>;
  postLevel: Map<string, (typeof postLevels)[number]>;
  country: Map<string, Country>;
  locale: Map<string, Locale>;
  /** By code, acronym and name; null where two institutions have it. */
  institution: Map<string, { id: Id<"institution">; country: string } | null>;
};

export const wordKey = (text: string) => fold(text).replace(/\s+/g, " ").trim();

const otherWords = {
  sex: { female: "f|mujer|femenino|女性|女", male: "m|h|hombre|masculino|男性|男", other: "x|otro|その他" },
  country: { MX: "mx|mex|mejico", JP: "jp|jpn|日本国" },
  locale: {
    es: "es|spa|espanol|spanish|スペイン語|西語",
    ja: "ja|jp|japones|japanese|日本語",
    en: "en|eng|ingles|english|英語",
  },
} as const;

/** @param institutions under their names of today */
export function wordsMeant(institutions: readonly Institution[]): Words {
  const all = locales.map((locale) => translator(locale));
  const said = <Value extends string>(values: readonly Value[], name: (value: Value) => readonly string[]) => {
    const words = new Map<string, Value>();
    for (const value of values) for (const word of name(value)) words.set(wordKey(word), value);
    return words;
  };
  return {
    sex: said(sexes, (sex) => [
      sex,
      ...otherWords.sex[sex].split("|"),
      ...all.map((t) => t(`people:choice.sex.${sex}`)),
    ]),
    postLevel: said(postLevels, (level) => [level, ...all.map((t) => t(`people:choice.postLevel.${level}`))]),
    country: said(countries, (country) => [
      ...otherWords.country[country].split("|"),
      ...all.map((t) => t(`common:country.${country}`)),
    ]),
    locale: said(locales, (locale) => [endonyms[locale], ...otherWords.locale[locale].split("|")]),
    institution: institutionWords(institutions),
  };
}

function institutionWords(institutions: readonly Institution[]): Words["institution"] {
  const words: Words["institution"] = new Map();
  const put = (text: string, { id, country }: Institution) => {
    const key = wordKey(text);
    const known = words.get(key);
    if (known === undefined) words.set(key, { id, country });
    else if (known?.id !== id) words.set(key, null);
  };
  // codes first: nothing else is as certain
  for (const institution of institutions) put(institution.code, institution);
  for (const institution of institutions.filter(({ isArchived }) => !isArchived)) {
    if (wordKey(institution.acronym) !== wordKey(institution.code)) put(institution.acronym, institution);
    for (const name of Object.values(institution.name)) {
      put(name, institution);
      put(`${name} (${institution.acronym})`, institution);
    }
  }
  return words;
}
