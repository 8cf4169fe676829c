import fc from "fast-check";
import { z } from "zod";

/**
 * What has broken programmes before: emptiness, size, control characters, half characters, other directions and digits,
 * numbers and dates at the edge.
 */
const spiteful = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00x",
  "\u202egnp.exe",
  "２０２６－１１－２３",
  "１２",
  "1e309",
  "-1",
  "0",
  "99999999999999999999",
  "NaN",
  "2026-02-29",
  "2026-02-30",
  "0000-00-00",
  "+275760-09-13",
  "25:99",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "[object Object]",
  "'; drop table workshop; --",
  "%00",
  "%",
  "_",
  "\\",
  "../../../etc/passwd",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "=1+1",
  "\r\nSet-Cookie: a=b",
  "👩‍👩‍👧‍👦",
  "e\u0301",
  "İ",
  "ﷺ",
  "x".repeat(5_000),
  "字".repeat(3_000),
];

const honest = [
  "Texto",
  "日本語",
  "ZZ-2026-09",
  "America/Tijuana",
  "2026-11-23",
  "09:00",
  "10",
  "1",
  "on",
  "ana@demo.example",
  "https://demo.example/1",
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...spiteful) },
  { weight: 2, arbitrary: fc.constantFrom(...honest) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/**
 * What an action takes, nearly right: most fields as they should be, others missing, doubled or of another kind, and
 * some that nobody asked for.
 * @param known ids and codes that exist
 */
export function badForm(form: z.ZodType, known: string[]): fc.Arbitrary<Fields> {
  const field = (type: z.ZodType) => {
    const right = rightValues(type, known);
    const wrong = fc.oneof(
      { weight: 5, arbitrary: value },
      { weight: 1, arbitrary: fc.array(value, { minLength: 2, maxLength: 3 }) },
    );
    return right.length > 0
      ? fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: wrong })
      : wrong;
  };
  const near = variantsOf(form).map((fields) => {
    const all = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, field(type)]));
    const whole = fc.record<Fields>(all);
    return fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: fc.record(all, { requiredKeys: [] }) });
  });
  const unasked = fc.dictionary(fc.oneof(value, fc.constantFrom(...known.map((id) => `mark.${id}`))), value, {
    maxKeys: 2,
  });
  return fc
    .tuple(fc.oneof(...near), fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unasked }))
    .map(([fields, more]) => ({ ...fields, ...more }) as Fields);
}

/** What an action takes, each field for itself as it should be; those that may stay empty mostly do. */
export function rightForm(form: z.ZodType, known: string[]): fc.Arbitrary<Fields> {
  const field = (type: z.ZodType) => {
    const right = fc.constantFrom(...rightValues(type, known));
    return type.safeParse("").success
      ? fc.oneof({ weight: 9, arbitrary: fc.constant("") }, { weight: 1, arbitrary: right })
      : right;
  };
  return fc.oneof(
    ...variantsOf(form).map((fields) =>
      fc.record<Fields>(Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, field(type)]))),
    ),
  );
}

type Fields = Record<string, string | string[]>;

const rightValues = (type: z.ZodType, known: string[]): string[] =>
  ["", ...choicesOf(type), ...honest, ...known].filter((text) => type.safeParse(text).success);

/** The fields of a form; of one that has parts, those of each part. */
function variantsOf(form: z.ZodType): Record<string, z.ZodType>[] {
  if (form instanceof z.ZodObject) return [form.shape];
  if (form instanceof z.ZodPipe) return variantsOf(form.in as z.ZodType);
  if (form instanceof z.ZodUnion) return form.options.flatMap((part) => variantsOf(part as z.ZodType));
  throw new Error(`A form of an unknown kind: ${form.type}`);
}

/** The words of a list to choose from, also of several or of none. */
function choicesOf(type: z.core.$ZodType): string[] {
  if (type instanceof z.ZodEnum) return type.options.map(String);
  if (type instanceof z.ZodLiteral) return [...type.values].map(String);
  if (type instanceof z.ZodOptional) return choicesOf(type.unwrap());
  if (type instanceof z.ZodArray) return choicesOf(type.element);
  return type instanceof z.ZodPipe ? choicesOf(type.out) : [];
}

/** A part of an address; the framework has refused broken percent signs before. */
export const badSegment = value.map((text) => text.toWellFormed().replaceAll("\0", "").slice(0, 300) || "x");

export const badQuery = fc.dictionary(
  fc.constantFrom(
    "q",
    "page",
    "state",
    "country",
    "theme",
    "when",
    "next",
    "number",
    "programme",
    "year",
    "group",
    "institution",
    "role",
    "id",
    "done",
    "refused",
    "saved",
    "issued",
  ),
  value,
  { maxKeys: 5 },
);
