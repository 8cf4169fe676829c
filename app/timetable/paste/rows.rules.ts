import { fold } from "#app/i18n/fold.ts";
import type { Locale, Texts } from "#app/i18n/locales.ts";
import { type ClockTime, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { countsByKind, type SessionKind } from "#app/timetable/kinds.ts";
import type { SessionFacts } from "#app/timetable/plan/facts.rules.ts";
import type { RepeatedHours } from "#app/timetable/rules.ts";
import { typedDay } from "./typed-day.rules.ts";
import { typedMinutes } from "./typed-time.rules.ts";

/** What stands in the columns of a pasted table; in this order where it has no headings. */
export const pasteColumns = ["day", "from", "to", "kind", "es", "ja", "en", "room"] as const;
export type PasteColumn = (typeof pasteColumns)[number];

export type PastedCells = Record<PasteColumn, string>;
type CellProblem = "missing" | "unreadable" | "outside" | "unknown" | "reversed" | "night" | "tooLong" | "characters";

/** What was asked about a row, and answered: whether it goes past midnight, and which hours are meant. */
export type PasteAnswer = "night" | "startsHour" | "endsHour";
export type PasteAnswers = RepeatedHours & { night?: boolean };

/** A row, what is wrong with its cells, and the session that it tells of where nothing is. */
export type PastedRow = {
  cells: PastedCells;
  problems: Partial<Record<PasteColumn, CellProblem>>;
  facts: SessionFacts | null;
};

export type PasteWords = {
  /** What headings may be called, in any language, folded. */
  columns: ReadonlyMap<string, PasteColumn>;
  kinds: ReadonlyMap<string, SessionKind>;
};

type PasteContext = { days: readonly LocalDate[]; zone: Zone; locale: Locale; words: PasteWords };

export const foldedWord = (text: string) => fold(text).replace(/\s+/g, " ").trim();

/** So many headings that we know make a row one of headings. */
const fewestHeadings = 3;

/** Cells in our own order. An empty day is the one above: so cells arrive that were merged downwards. */
export function cellsInOrder(table: readonly string[][], { columns }: PasteWords): PastedCells[] {
  const headings = (table[0] ?? []).map((cell) => columns.get(foldedWord(cell)));
  const isHeaded = new Set(headings.filter(Boolean)).size >= fewestHeadings;
  const order: (PasteColumn | undefined)[] = isHeaded ? headings : [...pasteColumns];
  let day = "";
  return table.slice(isHeaded ? 1 : 0).map((row) => {
    const cells = Object.fromEntries(
      pasteColumns.map((name) => [name, (row[order.indexOf(name)] ?? "").trim()]),
    ) as PastedCells;
    day = cells.day || day;
    return { ...cells, day };
  });
}

const longest = { es: 160, ja: 160, en: 160, room: 120 } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function readRow(cells: PastedCells, context: PasteContext, answers: PasteAnswers = {}): PastedRow {
  const problems: PastedRow["problems"] = {};
  const date = typedDay(cells.day, { days: context.days, isDayFirst: context.locale !== "en" });
  if (!date) problems.day = cells.day ? "unreadable" : "missing";
  else if (!context.days.includes(date)) problems.day = "outside";
  const [from, to] = [typedMinutes(cells.from), typedMinutes(cells.to)];
  if (from === null || from >= 1440) problems.from = cells.from ? "unreadable" : "missing";
  if (to === null) problems.to = cells.to ? "unreadable" : "missing";
  const isEarlier = from !== null && to !== null && to <= from;
  const ends = isEarlier && answers.night ? to + 1440 : to;
  // of the night, or a slip: who has typed it knows
  if (isEarlier && !answers.night) problems.to = to <= latestNight ? "night" : "reversed";
  const kind = cells.kind ? context.words.kinds.get(foldedWord(cells.kind)) : "lecture";
  if (!kind) problems.kind = "unknown";
  for (const [name, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (cells[name].length > most) problems[name] = "tooLong";
    else if (controls.test(cells[name]) || !cells[name].isWellFormed()) problems[name] = "characters";
  }
  if (!cells.es && !cells.ja && !cells.en) problems[context.locale] = "missing";
  const isWhole = Object.keys(problems).length === 0;
  if (!isWhole || !date || !kind || from === null || ends === null) return { cells, problems, facts: null };
  const { es, ja, en, room } = cells;
  return {
    cells,
    problems,
    facts: {
      ...{ kind, room, zone: context.zone, isCounted: countsByKind[kind], title: { es, ja, en } satisfies Texts },
      startsLocal: `${date}T${clockOf(from)}`,
      ...{ startsHour: answers.startsHour ?? null, endsHour: answers.endsHour ?? null },
      endsLocal: `${plusLocalDays(date, Math.floor(ends / 1440))}T${clockOf(ends % 1440)}`,
    },
  };
}

/** An end of up to six in the morning may be that of a night. */
export const latestNight = 360;

const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}` as ClockTime;
