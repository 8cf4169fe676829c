import type { PageAssets } from "./assets.ts";
import { cases } from "./cases.ts";
import { block, counted, type Measured } from "./measure.ts";
import type { Rush } from "./rush.ts";

type Cell = string | null;

const head = [
  "CPU ms",
  "target",
  "p50 ms",
  "p99 ms",
  "req/s",
  "queries",
  "data ms",
  "bare ms",
  "× bare",
  "HTML kB",
  "gz kB",
  "br kB",
];

export const legend = [
  `CPU: time of all threads of the server's process, the median of blocks of ${block}, ` +
    `up to ${counted.rounds} requests in ${counted.ms / 1000} s. p50, p99: as the visitor waits.`,
  "req/s: of 200 requests that come at once over 50 connections. " +
    "queries: what the page reads, its visitor's session included.",
  "data: CPU of the same queries, or of the same command, alone. " +
    "bare: CPU of a node:http server that sends the same bytes from memory.",
].join("\n");

/** What each page and command costs, a line each. */
export function costTable(all: Measured[]): string {
  const rows = all.map(({ name, site, bare, perSecond, queries, sizes, aloneMs }) => [
    name,
    // a command without a page costs what its data cost
    decimals(site?.cpuMs ?? aloneMs, 2),
    decimals(cases[name].targetMs, 1),
    decimals(site?.p50Ms, 2),
    decimals(site?.p99Ms, 2),
    decimals(perSecond, 0),
    decimals(queries, 0),
    decimals(site && aloneMs, 2),
    decimals(bare?.cpuMs, 3),
    decimals(site && bare && site.cpuMs / bare.cpuMs, 0),
    kilobytes(sizes?.html),
    kilobytes(sizes?.gzip),
    kilobytes(sizes?.brotli),
  ]);
  return align([["page or command", ...head], ...rows]);
}

export const rushLine = ({ people, ms, cpuMs, confirmed, reserve }: Rush) =>
  `rush: ${people} people at once in ${ms.toFixed(0)} ms, ${(cpuMs / people).toFixed(2)} ms of CPU each: ` +
  `${confirmed} confirmed, ${reserve} in reserve\n`;

const javaScriptTargetKb = 110;
const styleTargetKb = 12;
const fontTargetKb = 25;

/** What browsers fetch beside a public page; fonts are packed already. */
export function assetTable(pages: PageAssets[]): string {
  const rows = pages.map(({ path, scripts, styles, fonts }) => [
    path,
    String(scripts.count),
    kilobytes(scripts.gzip),
    String(javaScriptTargetKb),
    kilobytes(scripts.brotli),
    kilobytes(styles.gzip),
    String(styleTargetKb),
    kilobytes(styles.brotli),
    fonts.map(kilobytes).join(" + "),
    `${fontTargetKb} each`,
  ]);
  return align([
    ["public page", "modules", "JS gz kB", "target", "br kB", "CSS gz kB", "target", "br kB", "fonts kB", "target"],
    ...rows,
  ]);
}

export const decimals = (value: number | null | undefined, digits: number): Cell => value?.toFixed(digits) ?? null;
const kilobytes = (bytes: number | undefined): Cell => decimals(bytes === undefined ? null : bytes / 1000, 1);

/** Words to the left, figures to the right. */
export function align(rows: Cell[][]): string {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  const line = (row: Cell[]) =>
    row.map((cell, column) => (cell ?? "")[column ? "padStart" : "padEnd"](widths[column] ?? 0)).join("  ");
  const [first = [], ...others] = rows;
  return [line(first), widths.map((count) => "─".repeat(count)).join("  "), ...others.map(line)].join("\n");
}
