import { fold } from "#app/i18n/fold.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Institution, listEveryName } from "#app/institutions/queries.ts";
import { type Country, countries } from "#app/institutions/rules.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import type { Id } from "#db/id.ts";

type Known = { id: Id<"institution">; country: string };

/** What the words of a list mean, in any of our languages. */
export type Words = {
  sex: Map<string, (typeof sexes)[number]>;
  postLevel: Map<string, (typeof postLevels)[number]>;
  country: Map<string, Country>;
  locale: Map<string, Locale>;
  /** By code, acronym and name; null where two institutions have it. */
  institution: Map<string, Known | null>;
  institutionCode: Map<string, Known>;
  /** Whether an institution is called so, or was. */
  isNameOf(id: Id<"institution">, text: string): boolean;
};

/** A word as it is compared. In Japanese no space stands before a bracket. */
export const wordKey = (text: string) =>
  fold(text)
    .replace(/\s*([()])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

/** Without "M", which is a mujer in one list and male in another: see `sex-words.ts`. */
const otherWords = {
  sex: { female: "f|mujer|femenino|女性|女", male: "h|hombre|masculino|男性|男", other: "x|otro|その他" },
  country: { MX: "mx|mex|mejico", JP: "jp|jpn|日本国" },
  locale: {
    es: "es|spa|espanol|spanish|スペイン語|西語",
    ja: "ja|jp|japones|japanese|日本語",
    en: "en|eng|ingles|english|英語",
  },
} as const;

type EveryName = Awaited<ReturnType<typeof listEveryName>>;

/** @param institutions under their names of today @param everyName those of other days, too */
export function wordsMeant(institutions: readonly Institution[], everyName: EveryName): Words {
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
    locale: said(locales, (locale) => [
      endonyms[locale],
      ...otherWords.locale[locale].split("|"),
      ...all.map((t) => t(`common:language.${locale}`)),
    ]),
    ...institutionWords(institutions, everyName),
  };
}

type InstitutionWords = Pick<Words, "institution" | "institutionCode" | "isNameOf">;

/** A code is certain. Then come the names of today; one that is no more counts where nobody has it today. */
function institutionWords(institutions: readonly Institution[], everyName: EveryName): InstitutionWords {
  const known = new Map(institutions.map(({ id, code, country }) => [id, { id, code, country }]));
  const institutionCode = new Map([...known.values()].map((one) => [wordKey(one.code), one]));
  const namesOf = Map.groupBy(everyName, ({ id }) => id);
  const institution: Words["institution"] = new Map(institutionCode);
  const today = institutions.filter(({ isArchived }) => !isArchived);
  addWords(
    institution,
    today.flatMap(({ id, name, acronym }) => Object.values(name).map((text) => ({ id, name: text, acronym }))),
    known,
  );
  addWords(institution, everyName, known);
  const isNameOf = (id: Id<"institution">, text: string) =>
    (namesOf.get(id) ?? []).some((one) => writingsOf(one).some((word) => wordKey(word) === wordKey(text)));
  return { institution, institutionCode, isNameOf };
}

type Named = { id: Id<"institution">; name: string; acronym: string | null };

const writingsOf = ({ name, acronym }: Named) => [name, ...(acronym ? [acronym, `${name} (${acronym})`] : [])];

/** Adds what nothing means yet; null where it would mean two. */
function addWords(words: Words["institution"], named: readonly Named[], known: ReadonlyMap<string, Known>): void {
  const added: Words["institution"] = new Map();
  for (const one of named)
    for (const word of writingsOf(one).map(wordKey)) {
      const before = added.get(word);
      if (before === undefined) added.set(word, known.get(one.id) ?? null);
      else if (before?.id !== one.id) added.set(word, null);
    }
  for (const [word, meant] of added) if (!words.has(word)) words.set(word, meant);
}
