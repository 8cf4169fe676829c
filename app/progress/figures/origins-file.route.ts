import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { collator } from "#app/i18n/format.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { OriginFigures } from "#app/progress/rules.ts";
import { readScope } from "#app/progress/scope.ts";
import type { List, ListColumn } from "#app/tables/list.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { findFigures } from "./figures.ts";
import { type OriginName, originNames } from "./origin-names.ts";

type Row = { country: string; institution: OriginName; figures: OriginFigures };

const figure = (name: "enrolled" | "attending" | "certified", label: ListColumn<Row>["label"]): ListColumn<Row> => ({
  name,
  label,
  kind: "number",
  value: ({ figures }) => figures[name],
});

/** The table of the figures, without its sums: whoever filters a sheet adds up what is left. */
const originList: List<Row> = {
  name: "progress",
  title: (t) => t("progress:origins.title"),
  keyOf: ({ figures }) => `${figures.country} ${figures.institutionId}`,
  columns: [
    { name: "country", label: (t) => t("people:field.country"), value: ({ country }) => country, isHeading: true },
    {
      name: "institution",
      label: (t) => t("progress:origins.institution"),
      value: ({ institution }) => institution,
      width: 56,
    },
    figure("enrolled", (t) => t("progress:column.enrolled")),
    figure("attending", (t) => t("progress:column.attending")),
    figure("certified", (t) => t("progress:column.certified")),
    {
      name: "reserve",
      label: (t) => t("progress:definition.reserve.term"),
      kind: "number",
      value: ({ figures }) => figures.reserve,
    },
    {
      name: "attended",
      label: (t) => t("progress:chart.attended"),
      kind: "number",
      value: ({ figures }) => figures.attended,
    },
    {
      name: "counted",
      label: (t) => t("progress:chart.counted"),
      kind: "number",
      value: ({ figures }) => figures.counted,
    },
    {
      name: "rate",
      label: (t) => t("progress:column.rate"),
      kind: "share",
      value: ({ figures }) => attendanceRate(figures),
    },
  ],
};

export const loader = listFile("progress.read", async (visit) => {
  const { db, locale, t, actor, at } = visit;
  const { scope } = await readScope(visit);
  const { origins } = await findFigures(db, scope);
  const institution = await originNames({ db, locale, t, on: localDate(at, actor.zone) }, origins);
  const compare = collator(locale);
  const rows = origins
    .map((figures) => ({
      figures,
      country: countryName(figures.country, locale, t),
      institution: institution(figures),
      isLast: figures.institutionId === null,
    }))
    .sort(
      (a, b) =>
        compare(a.country, b.country) ||
        Number(a.isLast) - Number(b.isLast) ||
        compare(a.institution.text, b.institution.text),
    );
  return { list: originList, rows };
});
