import fc from "fast-check";

/** What has broken programmes before: emptiness, size, control characters, half characters, other directions and digits, numbers and dates at the edge. */
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
  "es",
  "ja",
  "present",
  "open",
  "published",
  "cancelled",
  "lecture",
  "onSite",
  "MX",
  "America/Tijuana",
  "2026-11-23",
  "09:00",
  "10",
  "1",
  "on",
  "coordinator",
  "ana@demo.example",
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...spiteful) },
  { weight: 2, arbitrary: fc.constantFrom(...honest) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** Fields by name: missing, doubled, of the wrong kind, too many. */
export const badForm = (names: string[]) =>
  fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: value }),
    fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { minLength: 2, maxLength: 3 }) }),
    { maxKeys: names.length },
  );

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
