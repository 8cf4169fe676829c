import { type ImportColumn, type ListLayout, layoutColumns } from "#app/imports/layout/layout.ts";
import { type Words, wordKey } from "#app/imports/layout/words.ts";
import { personFacts } from "#app/people/form.ts";
import { letters } from "#app/tables/reading/sheet.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { FormMessage } from "#app/ui/form/message.ts";

/** What a row may say of somebody, in the order of the layout. */
export const rowFields = layoutColumns.map((column) => (column === "institution" ? "homeInstitutionId" : column));
export type RowField = (typeof rowFields)[number];

/** What a row says of somebody; empty where it says nothing. */
export type RowFacts = Record<RowField, string> & {
  /** Of a row without a column for each part of a name: the whole name out of which these were taken. */
  wholeName?: string;
};

/** What is wrong with a row, in its cell. */
export type RowError = { cell: string; message: FormMessage };

export type CheckedRow = {
  facts: RowFacts;
  errors: RowError[];
  /** Of a row that was taken from here: whose record it is; else empty. */
  record: string;
};

/** Reads one row: each value as its form would take it, in any of our languages. */
export function checkRow(
  { line, cells }: { line: number; cells: string[] },
  { columns }: ListLayout,
  words: Words,
): CheckedRow {
  const typed = (column: ImportColumn) => {
    const index = columns[column];
    return index === undefined ? "" : (cells[index] ?? "").trim();
  };
  const errors: RowError[] = [];
  const wrong = (column: ImportColumn, message: FormMessage) => {
    errors.push({ cell: `${letters(columns[column] ?? 0)}${line}`, message });
    return "";
  };
  const named = withNames(typed);
  const valid = (column: keyof typeof simple, text: string) => {
    const parsed = simple[column].safeParse(text);
    return parsed.success ? parsed.data : wrong(column, parsed.error.issues[0]?.message ?? "common:form.invalid");
  };
  const oneOf = <Value extends string>(column: ImportColumn, known: Map<string, Value>) => {
    const text = typed(column);
    if (text === "") return "";
    return known.get(wordKey(text)) ?? wrong(column, { key: `import:error.${column}`, values: { text } });
  };
  const facts = Object.fromEntries(
    layoutColumns
      .filter((column): column is keyof typeof simple => column in simple)
      .map((column) => [column, valid(column, named[column] ?? typed(column))]),
  ) as RowFacts;
  facts.sex = oneOf("sex", words.sex);
  facts.postLevel = oneOf("postLevel", words.postLevel);
  facts.country = oneOf("country", words.country);
  facts.locale = oneOf("locale", words.locale);
  facts.homeInstitutionId = institutionOf(typed, words, wrong);
  if (named.wholeName) facts.wholeName = named.wholeName;
  // as they stand in the row
  const place = ({ cell }: RowError) => cell.replace(/\d+$/, "").padStart(3);
  const sorted = errors.sort((one, other) => (place(one) < place(other) ? -1 : 1));
  const record = typed("record").toLowerCase();
  return { facts, errors: sorted, record: isId.test(record) ? record : "" };
}

/** Others number their rows, too. */
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const { familyName, secondSurname, givenName, nativeName, kana, latinName, email, post } = personFacts;
const simple = { familyName, secondSurname, givenName, nativeName, kana, latinName, email, post };

type Typed = (column: ImportColumn) => string;
type Wrong = (column: ImportColumn, message: FormMessage) => string;

/** A full name in Japanese has a space between its two parts, and so may the one in the passport. */
function withNames(typed: Typed): Partial<Record<ImportColumn | "wholeName", string>> {
  if (typed("familyName") || typed("givenName")) return {};
  const full = typed("fullName");
  const wholeName = typed("latinName") || typed("nativeName") || full;
  const [family = "", ...given] = wholeName.split(/[\s,　]+/u).filter(Boolean);
  // in Latin letters it is no other writing of the two
  const nativeName = typed("nativeName") || (/^[\p{Script=Latin}\p{M}\P{L}]*$/u.test(full) ? "" : full);
  return { familyName: family, givenName: given.join(" "), nativeName, wholeName };
}

/** By its code where there is one: then a name beside it, of whatever day, has to be the same institution's. */
function institutionOf(typed: Typed, { institution, institutionCode, isNameOf }: Words, wrong: Wrong): string {
  const [text, code] = [typed("institution"), typed("institutionCode")];
  if (code) {
    const known = institutionCode.get(wordKey(code));
    if (!known) return wrong("institutionCode", { key: "import:error.institutionCode", values: { text: code } });
    if (text === "" || isNameOf(known.id, text)) return known.id;
    return wrong("institution", { key: "import:error.institutionOther", values: { text, code } });
  }
  if (text === "") return "";
  const found = institution.get(wordKey(text));
  if (found) return found.id;
  return wrong("institution", {
    key: found === null ? "import:error.institutionTwice" : "import:error.institution",
    values: { text },
  });
}

/** What somebody new needs and a list may leave out: of their institution's country, in its language. */
export function completed(facts: RowFacts, words: Words): RowFacts {
  const institution = [...words.institutionCode.values()].find((known) => known.id === facts.homeInstitutionId);
  const country =
    facts.country || (institution?.country === "JP" ? "JP" : (institution && "MX") || guessedCountry(facts));
  return { ...facts, country, locale: facts.locale || (country === "JP" ? "ja" : "es") };
}

/** The same where nothing is known of institutions: somebody who was asked about turned out to be new. */
export const completedAlone = (facts: RowFacts): RowFacts => {
  const country = facts.country || guessedCountry(facts);
  return { ...facts, country, locale: facts.locale || (country === "JP" ? "ja" : "es") };
};

const guessedCountry = ({ nativeName, familyName, kana }: RowFacts) =>
  kana || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(nativeName + familyName) ? "JP" : "MX";

export const zoneOfCountry = (country: string) => (country === "JP" ? capitalZones.JP : capitalZones.MX);
