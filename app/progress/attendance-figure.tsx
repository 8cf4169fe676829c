import { useTranslation } from "#app/i18n/use-translation.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { AttendanceChartView, ChartRow } from "./attendance-chart.ts";

/** The chart, what it says in words, and the same figures as a table. */
export function AttendanceFigure({ view: { chart, sentence, rows, leftOut } }: { view: AttendanceChartView }) {
  const { t } = useTranslation(["progress", "common"]);
  return (
    <figure className="panel max-w-3xl p-5 sm:p-6">
      <figcaption className="mb-4">
        <p>{sentence}</p>
        {leftOut > 0 ? <p className="text-sm text-hint">{t("chart.leftOut", { count: leftOut })}</p> : null}
      </figcaption>
      <BarChart view={chart} />
      <details className="print:hidden mt-4">
        <summary className="link inline-block min-h-11 cursor-pointer py-2">{t("chart.asTable")}</summary>
        <ChartTable rows={rows} />
      </details>
    </figure>
  );
}

function ChartTable({ rows }: { rows: ChartRow[] }) {
  const { t } = useTranslation(["progress", "common"]);
  return (
    <div className="overflow-x-auto">
      <table className="rows">
        <caption className="sr-only">{t("chart.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("origins.institution")}</th>
            <th scope="col" className="number">
              {t("chart.attended")}
            </th>
            <th scope="col" className="number">
              {t("chart.counted")}
            </th>
            <th scope="col" className="number">
              {t("column.rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, attended, counted, rate }) => (
            <tr key={name.acronym}>
              <th scope="row" className="font-normal!">
                <LocalText value={name} />
                {name.acronym === name.text ? null : (
                  <span className="text-hint">{t("common:fact.note", { note: name.acronym })}</span>
                )}
              </th>
              <td className="number">{attended}</td>
              <td className="number">{counted}</td>
              <td className="number">{rate}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
