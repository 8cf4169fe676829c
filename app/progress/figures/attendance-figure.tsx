import { useTranslation } from "#app/i18n/use-translation.ts";
import { BarChart } from "#app/ui/display/bar-chart.tsx";
import { type Column, SmallTable } from "#app/ui/display/table.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { AttendanceChartView, ChartRow } from "./attendance-chart.ts";

/** The chart, what it says in words, and the same figures as a table. */
export function AttendanceFigure({ view: { chart, sentence, rows, leftOut } }: { view: AttendanceChartView }) {
  const { t } = useTranslation(["progress", "common"]);
  return (
    <Panel as="figure" pad="card" className="max-w-3xl">
      <figcaption className="mb-4">
        <p>{sentence}</p>
        {leftOut > 0 ? <p className="text-sm text-hint">{t("chart.leftOut", { count: leftOut })}</p> : null}
      </figcaption>
      <BarChart view={chart} />
      <details className="print:hidden mt-4">
        <summary className="link inline-block min-h-11 cursor-pointer py-2">{t("chart.asTable")}</summary>
        <ChartTable rows={rows} />
      </details>
    </Panel>
  );
}

function ChartTable({ rows }: { rows: ChartRow[] }) {
  const { t } = useTranslation(["progress", "common"]);
  const columns: Column<ChartRow>[] = [
    {
      name: "institution",
      label: t("origins.institution"),
      isHeading: true,
      className: "font-normal!",
      cell: ({ name }) => (
        <>
          <LocalText value={name} />
          {name.acronym === name.text ? null : (
            <span className="text-hint">{t("common:fact.note", { note: name.acronym })}</span>
          )}
        </>
      ),
    },
    { name: "attended", label: t("chart.attended"), isNumber: true, cell: ({ attended }) => attended },
    { name: "counted", label: t("chart.counted"), isNumber: true, cell: ({ counted }) => counted },
    { name: "rate", label: t("column.rate"), isNumber: true, cell: ({ rate }) => rate },
  ];
  return <SmallTable caption={t("chart.title")} columns={columns} rows={rows} keyOf={({ name }) => name.acronym} />;
}
