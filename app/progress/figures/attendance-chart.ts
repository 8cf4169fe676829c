import { scaleBand, scaleLinear } from "d3-scale";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { byInstitution, type OriginFigures, ranked } from "#app/progress/rules.ts";
import { sumOf } from "#app/statistics/rules.ts";
import type { BarChartView } from "#app/ui/display/bar-chart.tsx";
import type { OriginNames } from "./origin-names.ts";

/** More bars than these nobody reads. */
const mostBars = 12;
/** Percent of the chart's width; the rest holds the values, where the line cannot cross them. */
const plotWidth = 82;
const barPitch = 46;

export type ChartRow = { name: ReturnType<OriginNames>; attended: string; counted: string; rate: string };
export type AttendanceChartView = { chart: BarChartView; sentence: string; rows: ChartRow[]; leftOut: number };

/** Bars, sentence and table of one and the same figures; null where nothing has been marked. */
export function attendanceChart(
  figures: OriginFigures[],
  locale: Locale,
  t: Translator,
  nameOf: OriginNames,
): AttendanceChartView | null {
  const all = byInstitution(figures).filter(({ counted }) => counted > 0);
  const total = attendanceRate(sumOf(figures));
  if (total === null) return null;
  const rows = ranked(all, mostBars).map((row) => ({ ...row, name: nameOf(row), text: formatShare(locale, row.rate) }));
  const totalText = formatShare(locale, total);
  const sentence = sentenceOf(rows, totalText, locale, t);
  const bars = rows.map(({ rate, text, name }) => ({ label: name.acronym, rate, text }));
  const line = { rate: total, text: t("progress:chart.total", { rate: totalText }) };
  return {
    chart: { title: t("progress:chart.title"), description: sentence, ...layOut(bars, line, locale) },
    sentence,
    rows: rows.map(({ name, attended, counted, text }) => ({
      name,
      attended: formatNumber(locale, attended),
      counted: formatNumber(locale, counted),
      rate: text,
    })),
    leftOut: all.length - rows.length,
  };
}

type Mark = { rate: number; text: string };

/** Across in percent of the width, so that letters keep their size on a phone; down in pixels. */
function layOut(
  bars: (Mark & { label: string })[],
  line: Mark,
  locale: Locale,
): Omit<BarChartView, "title" | "description"> {
  const across = scaleLinear([0, 1], [0, plotWidth]);
  const keys = bars.map((_, index) => index);
  const down = scaleBand(keys, [0, bars.length * barPitch]);
  return {
    plotWidth,
    plotHeight: bars.length * barPitch,
    bars: bars.map(({ rate, text, label }, index) => ({ label, text, top: down(index) ?? 0, width: across(rate) })),
    ticks: across.ticks(2).map((rate) => ({ at: across(rate), text: formatShare(locale, rate) })),
    line: { at: across(line.rate), text: line.text },
  };
}

/** What the chart shows, in words. Rates that read the same count as the same. */
function sentenceOf(
  rows: { text: string; name: { acronym: string } }[],
  total: string,
  locale: Locale,
  t: Translator,
): string {
  const highest = rows[0]?.text ?? "";
  const lowest = rows.at(-1)?.text ?? "";
  if (rows.length === 1) return t("progress:chart.one", { name: rows[0]?.name.acronym, rate: highest });
  if (highest === lowest) return t("progress:chart.equal", { rate: highest });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const named = (rate: string) => list.format(rows.flatMap(({ text, name }) => (text === rate ? [name.acronym] : [])));
  return t("progress:chart.range", {
    highest,
    highestNames: named(highest),
    lowest,
    lowestNames: named(lowest),
    total,
  });
}
