import { z } from "zod";
import { asId } from "#db/id.ts";
import { normalText } from "./text.rules.ts";

/** Messages are locale keys: zod's own messages read like a machine's translation. */
z.config({ customError: () => "common:form.invalid" });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const clean = (text: string) => !controls.test(text) && text.isWellFormed();

/**
 * One line or more of text, trimmed; empty allowed. Length counts UTF-16 units.
 * @param tooLong what is said instead where a form is asked for, such as that of a time: shorter would not help
 */
export const optionalText = (max: number, tooLong = "common:form.tooLong") =>
  z
    .string()
    .default("")
    .refine((text) => text.length <= max * 4, tooLong)
    .refine(clean, "common:form.badCharacters")
    .transform(normalText)
    .refine((text) => text.length <= max, tooLong);

export const requiredText = (max: number, missing = "common:form.missing") =>
  optionalText(max).refine((text) => text !== "", missing);

/** An address of the web, or nothing. One with a name or a password in it is none. */
export const webAddress = (max: number, unfit: string) =>
  optionalText(max, unfit).refine((text) => text === "" || isWebAddress(text), unfit);

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (url?.protocol === "https:" || url?.protocol === "http:") && url.hostname !== "" && !url.username;
}

/** A whole number typed in any script's digits. */
export const wholeNumber = (min: number, max: number, outside: string) =>
  optionalText(12, outside)
    .transform((text) => text.normalize("NFKC"))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, outside)
    .transform(Number);

/** One of a list. */
export const choice = <const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  missing = "common:form.choose",
) => z.enum(choices, { error: missing });

/** One of a list, or none of it. */
export const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(["", ...choices], { error: "common:form.choose" }).default("");

/** Boxes of one name: none, one or several, each once. */
export const choices = <const Choices extends readonly [string, ...string[]]>(list: Choices) =>
  z.preprocess((value) => (value === undefined ? [] : [...new Set([value].flat())]), z.array(z.enum(list)));

/** Of the largest workshop: a list of everybody in it has to fit into a form. */
export const mostSeats = 10_000;

/** The id of a chosen row, or of the one a button is about; empty where none is. A query tells whether it is there. */
export const optionalId = <Table extends string>() => optionalText(64).transform((text) => asId<Table>(text));

export const requiredId = <Table extends string>(missing?: string) =>
  requiredText(64, missing).transform((text) => asId<Table>(text));

/** Ids under one name: none, one or several. */
export const ids = <Table extends string>() =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(
        z
          .string()
          .max(64)
          .refine(clean)
          .transform(asId<Table>),
      )
      .max(mostSeats),
  );

export const flag = z.preprocess((value) => value === "1" || value === "on", z.boolean());

const address = optionalText(254, "common:form.email").transform((text) => text.normalize("NFKC").toLowerCase());
const isAddress = (text: string) => /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);

export const email = address.refine(isAddress, "common:form.email");
export const optionalEmail = address.refine((text) => text === "" || isAddress(text), "common:form.email");

/** A button that sends nothing but itself. */
export const noFields = z.object({});

export type Fields = Record<string, string | string[]>;

/** More than any form of ours has: a sheet with every seat of the largest workshop. */
export const mostFields = 12_000;

/**
 * Names and values as sent. A name that comes twice gives a list. Files are left out.
 * @returns null where there are too many
 */
export function readFields(form: FormData): Fields | null {
  const fields: Fields = Object.create(null);
  let count = 0;
  for (const [name, value] of form) {
    if (++count > mostFields) return null;
    if (typeof value !== "string") continue;
    const before = fields[name];
    // the list grows in place: copying it for each value takes minutes for a megabyte of one name
    if (Array.isArray(before)) before.push(value);
    else fields[name] = before === undefined ? value : [before, value];
  }
  return fields;
}
