import { useId } from "react";

/** A drawn chart: `top` and heights in pixels; `width`, `at` and `plotWidth` in percent of the whole width. */
export type BarChartView = {
  title: string;
  description: string;
  plotWidth: number;
  plotHeight: number;
  bars: { label: string; text: string; top: number; width: number }[];
  ticks: { at: number; text: string }[];
  /** What the bars are compared with. */
  line: { at: number; text: string } | null;
};

const lineHeight = 24;
const labelHeight = 22;
const barHeight = 16;
const ticksHeight = 26;

/** Horizontal bars, each under its label, with its value at the end of the row. Needs no script. */
export function BarChart({ view }: { view: BarChartView }) {
  const id = useId();
  const { title, description, plotHeight, line } = view;
  const top = line ? lineHeight : 0;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      width="100%"
      height={top + plotHeight + ticksHeight}
      className="figures block overflow-visible text-[0.9375rem]"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <g transform={`translate(0 ${top})`}>
        <Ticks view={view} />
        <Bars view={view} />
        {line ? <Line line={line} plotHeight={plotHeight} /> : null}
        <Labels view={view} />
      </g>
    </svg>
  );
}

function Ticks({ view: { ticks, plotHeight } }: { view: BarChartView }) {
  return ticks.map(({ at, text }) => (
    <g key={text}>
      <line x1={`${at}%`} x2={`${at}%`} y1={0} y2={plotHeight} className="stroke-hairline" />
      <text x={`${at}%`} y={plotHeight + 18} textAnchor={at === 0 ? "start" : "middle"} className="fill-hint text-sm">
        {text}
      </text>
    </g>
  ));
}

function Bars({ view: { bars, plotWidth } }: { view: BarChartView }) {
  return bars.map(({ top, width }) => (
    <g key={top}>
      <rect x="0" y={top + labelHeight} width={`${plotWidth}%`} height={barHeight} className="fill-sunken" />
      <rect x="0" y={top + labelHeight} width={`${width}%`} height={barHeight} className="fill-key" />
    </g>
  ));
}

/** Drawn above the bars and below the letters. Line and letters have a rim, so that both can be read on a bar. */
function Line({ line: { at, text }, plotHeight }: { line: { at: number; text: string }; plotHeight: number }) {
  const across = { x1: `${at}%`, x2: `${at}%`, y1: -4, y2: plotHeight };
  const anchor = at < 25 ? "start" : at > 60 ? "end" : "middle";
  return (
    <>
      <line {...across} className="stroke-panel stroke-[5]" />
      <line {...across} className="stroke-ink stroke-2" strokeDasharray="5 4" />
      <text x={`${at}%`} y={-9} textAnchor={anchor} className="fill-ink text-sm">
        {text}
      </text>
    </>
  );
}

function Labels({ view: { bars, plotWidth } }: { view: BarChartView }) {
  return bars.map(({ label, text, top }) => (
    <g key={top}>
      <text x="0" y={top + labelHeight - 6} className="fill-ink stroke-panel stroke-4 [paint-order:stroke]">
        {label}
      </text>
      <text x={`${plotWidth + 2}%`} y={top + labelHeight + barHeight - 3} className="fill-ink font-bold">
        {text}
      </text>
    </g>
  ));
}
