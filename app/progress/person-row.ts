import { readablePart } from "#app/certificates/number.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Workshop } from "#app/workshops/queries.ts";
import type { OriginName, OriginNames } from "./origin-names.ts";
import type { Participation } from "./rows.queries.ts";
import { attendanceRate, type Marks } from "./rules.ts";

export type PersonRow = {
  id: string;
  name: string;
  /** In the letters of the other script, with their language. */
  otherName: Localised | null;
  institution: OriginName;
  country: string;
  workshop: { code: string; title: Localised } | null;
  state: Participation["state"];
  /** `4 / 5`, and the share; null before anything has been marked. */
  attendance: { marks: string; rate: string } | null;
  certificate: { number: string; to: string } | null;
};

type Facts = { workshop: Workshop | undefined; marks: Marks; institution: OriginNames; country: (code: string) => string };

export function personRow(row: Participation, { workshop, marks, institution, country }: Facts, locale: Locale): PersonRow {
  const number = row.certificateNumber;
  return {
    id: row.id,
    ...namesOf(row, locale),
    institution: institution(row),
    country: country(row.country),
    workshop: workshop ? { code: workshop.code, title: textIn(workshop.texts.title, locale) } : null,
    state: row.state,
    attendance: attendanceOf(marks, locale),
    certificate: number ? { number: readablePart(number), to: `/${locale}/verify/${number}` } : null,
  };
}

function attendanceOf(marks: Marks, locale: Locale): PersonRow["attendance"] {
  const rate = attendanceRate(marks);
  if (rate === null) return null;
  return { marks: `${formatNumber(locale, marks.attended)} / ${formatNumber(locale, marks.counted)}`, rate: formatShare(locale, rate) };
}

type Names = Pick<Participation, "familyName" | "givenName" | "secondSurname" | "nativeName" | "country">;

/** As in a register: family name first. Readers of Japanese see the native script before the Latin one. */
function namesOf(
  { familyName, secondSurname, givenName, nativeName, country }: Names,
  locale: Locale,
): Pick<PersonRow, "name" | "otherName"> {
  const latin = `${[familyName, secondSurname].filter(Boolean).join(" ")}, ${givenName}`;
  if (!nativeName) return { name: latin, otherName: null };
  if (locale === "ja") return { name: nativeName, otherName: { text: latin, lang: "en" } };
  return { name: latin, otherName: { text: nativeName, lang: country === "JP" ? "ja" : locale } };
}
