import { describe, expect, test } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { namespaces } from "#app/i18n/namespaces.ts";
import { readSources, type Sources } from "./sources.ts";
import { baseKeys, differences, faultsWithin, readTexts, toWrite, type Uses, untranslated, usesIn } from "./texts.ts";

/** Alike in several languages because they are names. */
const names = /^(Puente|JICA|AMEXCID|[A-ZÁÉÍÓÚ]\S*( [A-ZÁÉÍÓÚ]\S*)*)$/;

/** Each language takes the parts of a date that it needs. */
const free = ["certificates:document.period.sameMonth"];

const files = readSources(["locales"], /\.json$/);
const texts = Object.fromEntries(locales.map((locale) => [locale, readTexts(files, locale)])) as Record<
  Locale,
  ReturnType<typeof readTexts>
>;
const uses = usesIn(readSources(["app"], /\.tsx?$/), namespaces);
const keys = baseKeys(texts.es);

const pairs = locales.flatMap((locale) =>
  locales.filter((other) => other !== locale).map((other) => [locale, other] as const),
);

function unknownKeys({ asked, patterns }: Uses): string[] {
  const unknown = asked
    .filter(({ candidates }) => !candidates.some((key) => keys.has(key)))
    .map(({ file, candidates }) => `${file}: ${candidates[0]}`);
  const empty = patterns.filter(
    ({ isAsked, pattern }) => isAsked && ![...keys.keys()].some((key) => pattern.test(key)),
  );
  return [...unknown, ...empty.map(({ file, pattern }) => `${file}: ${pattern.source}`)];
}

const unusedKeys = (all: Iterable<string>, { literals, patterns }: Uses) =>
  [...all].filter((key) => !literals.has(key) && !patterns.some(({ pattern }) => pattern.test(key)));

test("every language has every room's file and no other", () => {
  const expected = locales.flatMap((locale) => namespaces.map((room) => `locales/${locale}/${room}.json`));
  expect([...files.keys()].sort()).toEqual(expected.sort());
});

test.each(pairs)("%s has the keys and placeholders of %s", (locale, other) => {
  expect(differences(locale, texts[locale], texts[other], free)).toEqual([]);
});

test.each(locales)("%s has no empty text and the plural forms that it needs", (locale) => {
  expect(faultsWithin(locale, texts[locale])).toEqual([]);
});

test.each(pairs)("nothing in %s was left in %s", (locale, other) => {
  expect(untranslated(texts[locale], texts[other], names)).toEqual([]);
});

/** What follows a title that counts is one text for any number: "they" is wrong after "1 certificate". */
test("what stands below a number holds for one as for many", () => {
  const end = /(Text|Next|Hint)$/;
  const below = [...texts.en].filter(([key]) => end.test(key) && texts.en.has(key.replace(end, "_one")));
  expect(below.length).toBeGreaterThan(3);
  expect(below.filter(([, text]) => /\b(they|them|these people)\b/i.test(text))).toEqual([]);
});

test("every key in use exists", () => {
  expect(unknownKeys(uses)).toEqual([]);
});

test("every key that exists is in use", () => {
  expect(unusedKeys(keys.keys(), uses)).toEqual([]);
});

describe("what is wrong is seen", () => {
  const planted = (locale: Locale, room: object) =>
    readTexts(new Map([[`locales/${locale}/common.json`, JSON.stringify(room)]]), locale);
  const es = planted("es", {
    a: { b: "Buenos días, {{name}}" },
    n_one: "{{count}} taller",
    n_many: "{{count}} de talleres",
    n_other: "{{count}} talleres",
  });
  const code = (text: string): Uses => usesIn(new Map([["app/x.tsx", text]]) as Sources, namespaces);

  test("a missing key, another placeholder", () => {
    expect(differences("en", planted("en", { a: {}, n_one: "one", n_other: "{{count}}" }), es)).toEqual([
      "en lacks common:a.b",
    ]);
    expect(differences("en", planted("en", { a: { b: "Hi {{who}}" }, n_other: "{{count}}" }), es)).toHaveLength(1);
  });

  test("an empty text, a missing plural form", () => {
    expect(faultsWithin("es", es)).toEqual([]);
    expect(faultsWithin("es", planted("es", { a: " ", n_one: "uno", n_other: "dos" }))).toHaveLength(2);
    expect(faultsWithin("ja", planted("ja", { n_one: "一", n_other: "二" }))).toHaveLength(1);
  });

  test("a text that is still to be written", () => {
    expect(faultsWithin("ja", planted("ja", { a: `${toWrite} a` }))).toEqual(["ja has yet to say common:a"]);
  });

  test("a sentence that nobody translated", () => {
    expect(untranslated(es, es, names)).toEqual(["common:a.b"]);
    expect(untranslated(planted("es", { a: "Puente" }), planted("en", { a: "Puente" }), names)).toEqual([]);
  });

  test.each([
    'const { t } = useTranslation(); t("no.such.key")',
    'const message = "enrolment:no.such.key"',
    'const { t } = useTranslation("enrolment"); t("noSuchKey", { count })',
    "const { t } = useTranslation(); t(`no.such.${key}`)",
  ])("a key that does not exist: %s", (text) => {
    expect(unknownKeys(code(text))).toHaveLength(1);
  });

  test("a key that nobody uses", () => {
    const text = 'const { t } = useTranslation(); t("title"); t("used.plainly"); t(`used.${how}.text`);';
    expect(
      unusedKeys(["common:title", "common:used.plainly", "common:used.oddly.text", "common:unused.text"], code(text)),
    ).toEqual(["common:unused.text"]);
  });
});
