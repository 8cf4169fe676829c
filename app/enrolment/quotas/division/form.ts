import { z } from "zod";
import type { WantedQuota } from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { countries } from "#app/institutions/rules.ts";
import { doubleIn } from "#app/nominations/quotas/rules.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { numbered } from "#app/web/field-groups.ts";
import { mostSeats, optionalText, wholeNumber } from "#app/web/fields.ts";
import { asId } from "#db/id.ts";

/** More quotas than a workshop has in practice. */
export const mostQuotas = 12;

export const quotaRows = numbered(
  "quota",
  Array.from({ length: mostQuotas }, (_, index) => index + 1),
  {
    for: optionalText(80),
    seats: optionalText(12, "quotas:form.seatsWrong"),
    releaseOn: optionalText(10, "quotas:form.date"),
  },
);

/** A number of days, or nothing. */
const daysWithin = (least: number, most: number, unfit: string) =>
  optionalText(6, unfit)
    .transform((text) => text.normalize("NFKC"))
    .refine((text) => text === "" || (/^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most), unfit)
    .transform((text) => (text === "" ? null : Number(text)));
const days = daysWithin(0, 365, "quotas:form.days");

export const divisionForm = z
  .object({
    capacity: wholeNumber(1, mostSeats, "quotas:form.capacity"),
    promotionDays: days,
    freezeDays: days,
    confirmDays: daysWithin(1, 60, "quotas:form.confirmDays"),
    ...quotaRows.fields,
  })
  .superRefine((form, context) => {
    for (const { row, part, message } of readQuotas(form).wrong)
      context.addIssue({ code: "custom", path: [quotaRows.nameOf(row, part)], message });
  });
export type DivisionInput = z.output<typeof divisionForm>;

type Part = "for" | "seats" | "releaseOn";
type Wrong = { row: number; part: Part; message: string };
type Row = { row: number } & Record<Part, string>;

/** The quotas that a form asks for, with the number of each row; and what is wrong with it. */
export function readQuotas(typed: Readonly<Record<string, unknown>>): {
  quotas: (WantedQuota & { row: number })[];
  wrong: Wrong[];
} {
  const rows = quotaRows.read(typed as Record<string, string>).map((row) => ({ row, quota: quotaIn(row) }));
  const wrong = rows.flatMap(({ row, quota }) => ("part" in quota ? [{ row: row.row, ...quota }] : []));
  const quotas = rows.flatMap(({ row, quota }) => ("part" in quota ? [] : [{ ...quota, row: row.row }]));
  const double = wrong.length ? null : doubleIn(quotas);
  const twice = double === null ? undefined : quotas[double];
  return { quotas, wrong: twice ? [{ row: twice.row, part: "for", message: "quotas:form.twice" }] : wrong };
}

function quotaIn({ for: key, seats: typed, releaseOn }: Row): WantedQuota | Omit<Wrong, "row"> {
  const [kind, name = ""] = key.split(":");
  const isCountry = kind === "country" && countries.some((country) => country === name);
  if (!isCountry && (kind !== "institution" || name === "")) return { part: "for", message: "common:form.choose" };
  const seats = typed.normalize("NFKC");
  if (!/^\d{1,5}$/.test(seats) || Number(seats) < 1 || Number(seats) > mostSeats)
    return { part: "seats", message: "quotas:form.seatsWrong" };
  if (releaseOn !== "" && (!isLocalDate(releaseOn) || releaseOn < "1990" || releaseOn > "2100"))
    return { part: "releaseOn", message: "quotas:form.date" };
  return {
    institutionId: isCountry ? null : asId<"institution">(name),
    country: isCountry ? name : null,
    seats: Number(seats),
    releaseOn: releaseOn === "" ? null : (releaseOn as LocalDate),
  };
}
