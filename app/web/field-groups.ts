import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";
import { optionalText } from "./fields.ts";

type TextField = ReturnType<typeof optionalText>;

/** A text in three fields of a form, such as `title.es`, `title.ja` and `title.en`. */
type LocalisedFields<Name extends string> = {
  fields: Record<`${Name}.${Locale}`, TextField>;
  /** From the fields of a form. */
  read(typed: Readonly<Record<`${Name}.${Locale}`, string>>): Record<Locale, string>;
  /** Into the fields of a form; what is not written is empty. */
  write(texts: Texts): Record<`${Name}.${Locale}`, string>;
  /** Whether no language has it. */
  isMissing(typed: Readonly<Record<`${Name}.${Locale}`, string>>): boolean;
};

/** @param max characters in each language; none of them is required */
export function localised<const Name extends string>(name: Name, max: number): LocalisedFields<Name> {
  const inEach = <Value>(value: (locale: Locale) => Value) =>
    Object.fromEntries(locales.map((locale) => [`${name}.${locale}`, value(locale)])) as Record<
      `${Name}.${Locale}`,
      Value
    >;
  return {
    fields: inEach(() => optionalText(max)),
    read: (typed) => byLocale((locale) => typed[`${name}.${locale}`]),
    write: (texts) => inEach((locale) => texts[locale] ?? ""),
    isMissing: (typed) => locales.every((locale) => typed[`${name}.${locale}`] === ""),
  };
}

const byLocale = (textIn: (locale: Locale) => string): Record<Locale, string> => ({
  es: textIn("es"),
  ja: textIn("ja"),
  en: textIn("en"),
});

type Row<Part extends string> = Record<Part, string>;

/** Rows of a form that are told apart by a number, such as `party.1.institutionId` and `party.1.role`. */
type Numbered<Part extends string> = {
  fields: Record<string, TextField>;
  /** The rows that somebody filled in, by their numbers; what was not sent is empty. */
  read(typed: Readonly<Record<string, string>>): (Row<Part> & { row: number })[];
  /** Into the fields of a form, from the first row on. */
  write(rows: readonly Partial<Row<Part>>[]): Record<string, string>;
  /** The name of a field, for what is said about it. */
  nameOf(row: number, part: Part): string;
};

/** @param numbers of the rows that a form may send */
export function numbered<const Part extends string>(
  name: string,
  numbers: readonly number[],
  parts: Record<Part, TextField>,
): Numbered<Part> {
  const partNames = Object.keys(parts) as Part[];
  const nameOf = (row: number, part: Part) => `${name}.${row}.${part}`;
  const ofRow = <Value>(row: number, value: (part: Part) => Value) =>
    partNames.map((part) => [nameOf(row, part), value(part)] as const);
  const rowOf = (typed: Readonly<Record<string, string>>, row: number) =>
    Object.fromEntries(partNames.map((part) => [part, typed[nameOf(row, part)] ?? ""])) as Row<Part>;
  return {
    fields: Object.fromEntries(numbers.flatMap((row) => ofRow(row, (part) => parts[part]))),
    read: (typed) =>
      numbers
        .map((row) => ({ ...rowOf(typed, row), row }))
        .filter((filled) => partNames.some((part) => filled[part] !== "")),
    write: (rows) =>
      Object.fromEntries(rows.flatMap((filled, index) => ofRow(index + 1, (part) => filled[part] ?? ""))),
    nameOf,
  };
}
