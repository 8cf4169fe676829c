import { to } from "#app/addresses.ts";
import { attendanceRate, type Marks } from "#app/attendance/measures.rules.ts";
import { readablePart } from "#app/certificates/number.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { registerName } from "#app/people/names.ts";
import type { OriginName, OriginNames } from "#app/progress/figures/origin-names.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import type { Participation } from "./people.queries.ts";

export type PersonRow = {
  id: Id<"enrolment">;
  name: string;
  /** In the letters of the other script, with their language. */
  otherName: Localised | null;
  institution: OriginName;
  country: string;
  workshop: { code: string; title: Localised } | null;
  state: Participation["state"];
  /** `4 / 5`, and the share; null before anything has been marked. */
  attendance: { marks: string; rate: string } | null;
  /** The same, to count with. */
  marks: Marks;
  certificate: { number: string; to: string } | null;
};

type Facts = {
  workshop: Pick<Workshop, "code" | "texts"> | undefined;
  marks: Marks;
  institution: OriginNames;
  country: (code: string) => string;
};

export function personRow(
  row: Participation,
  { workshop, marks, institution, country }: Facts,
  locale: Locale,
): PersonRow {
  const number = row.certificateNumber;
  return {
    id: row.id,
    ...namesOf(row, locale),
    institution: institution(row),
    country: country(row.country),
    workshop: workshop ? { code: workshop.code, title: textIn(workshop.texts.title, locale) } : null,
    state: row.state,
    attendance: attendanceOf(marks, locale),
    marks,
    certificate: number ? { number: readablePart(number), to: to.verification({ locale, number }) } : null,
  };
}

function attendanceOf(marks: Marks, locale: Locale): PersonRow["attendance"] {
  const rate = attendanceRate(marks);
  if (rate === null) return null;
  return {
    marks: `${formatNumber(locale, marks.attended)} / ${formatNumber(locale, marks.counted)}`,
    rate: formatShare(locale, rate),
  };
}

/** A name in another script is marked with its language, as far as it is known. */
function namesOf(row: Participation, locale: Locale): Pick<PersonRow, "name" | "otherName"> {
  const { name, other } = registerName(row, locale);
  const lang = locale === "ja" ? "en" : row.country === "JP" ? "ja" : locale;
  return { name, otherName: other ? { text: other, lang } : null };
}
