import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { dateOf } from "#app/time/wall-time.ts";
import { partsOf } from "#app/timetable/grid/layout/days.rules.ts";
import { cellsOfHtml, cellsOfText, hasMergedCells } from "#app/timetable/paste/cells.rules.ts";
import { pasteWords } from "#app/timetable/paste/paste-words.ts";
import {
  cellsInOrder,
  type PasteAnswer,
  type PasteColumn,
  type PastedRow,
  readRow,
} from "#app/timetable/paste/rows.rules.ts";
import type { SessionFacts } from "#app/timetable/plan/facts.rules.ts";
import { placePlan } from "#app/timetable/plan/misfits.rules.ts";
import type { Planning } from "#app/timetable/plan/plan.commands.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import { misfitErrors } from "../planning.ts";
import type { MendedRows } from "./form.ts";

/** More sessions at once are no timetable. */
export const mostRows = 500;

export type PreviewedRow = {
  /** From 1. */
  row: number;
  cells: PastedRow["cells"];
  errors: Partial<Record<PasteColumn, FormMessage>>;
  /** What is asked beside its cells. */
  asks: PasteAnswer[];
  /** Null where something is wrong. */
  facts: SessionFacts | null;
};

type Pasted = { text: string; html: string; mended: MendedRows };
type Page = { locale: Locale; t: Translator };

/** Every row of a pasted table, with what is wrong beside each cell: also that another session is held then. */
export function checkPasted(
  { text, html, mended }: Pasted,
  { workshop, sessions }: Pick<Planning, "workshop" | "sessions">,
  page: Page,
): PreviewedRow[] {
  const words = pasteWords();
  const context = { days: partsOf(workshop).flat(), zone: workshop.zone, locale: page.locale, words };
  const table = (hasMergedCells(html) && cellsOfHtml(html)) || cellsOfText(text);
  const rows = cellsInOrder(table.slice(0, mostRows + 1), words).map((cells, index) =>
    readRow({ ...cells, ...mended.get(index + 1)?.cells }, context, mended.get(index + 1)?.answers),
  );
  const candidates = rows.flatMap(({ facts }, index) => (facts ? [{ ...facts, id: String(index + 1) }] : []));
  const touched = new Set(candidates.map(({ id }) => id));
  const { misfits } = placePlan({ next: [...sessions, ...candidates], touched, days: workshop, marked: new Map() });
  const misfitOf = new Map(misfits.map((misfit) => [Number(misfit.id), misfit]));
  return rows.map(({ cells, problems, facts }, index): PreviewedRow => {
    const row = index + 1;
    const misfit = misfitOf.get(row);
    const said = Object.entries(problems).map(([column, problem]) => [column, `timetable:paste.problem.${problem}`]);
    const errors = misfit ? columnErrors(misfit, sessions, { ...page, code: workshop.code }) : Object.fromEntries(said);
    const isNight = problems.to === "night" || (errors.to !== undefined && mended.get(row)?.answers.night === true);
    const hours = (["startsHour", "endsHour"] as const).filter((hour) => misfit?.because === askedBy[hour]);
    const asks: PasteAnswer[] = [...(isNight ? ["night" as const] : []), ...hours];
    return { row, cells, errors, asks, facts: misfit ? null : facts };
  });
}

const askedBy = { startsHour: "startsLocal.twice", endsHour: "endsLocal.twice" } as const;

const columnOf: Record<string, PasteColumn> = {
  ...{ date: "day", startsTime: "from", endsTime: "to" },
  ...{ startsHour: "from", endsHour: "to" },
};

function columnErrors(
  misfit: Parameters<typeof misfitErrors>[0],
  sessions: Planning["sessions"],
  page: Page & { code: string },
): PreviewedRow["errors"] {
  const errors = misfitErrors(misfit, sessions, page);
  if (!errors && misfit.because === "clash")
    return { from: { key: "timetable:paste.clash", values: { row: misfit.otherId } } };
  return Object.fromEntries(Object.entries(errors ?? {}).map(([field, said]) => [columnOf[field] ?? "day", said]));
}

/** The day of the first session that comes out of it: there the timetable is opened. */
export const firstDayOf = (rows: readonly PreviewedRow[]) =>
  rows.flatMap(({ facts }) => (facts ? [dateOf(facts.startsLocal)] : [])).toSorted()[0];
