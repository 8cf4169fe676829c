import { z } from "zod";
import { repeatedHours } from "#app/time/zoned-time.ts";
import { clashReason } from "#app/timetable/form.ts";
import {
  type PasteAnswer,
  type PasteAnswers,
  type PasteColumn,
  type PastedCells,
  pasteColumns,
} from "#app/timetable/paste/rows.rules.ts";
import { choice, flag } from "#app/web/fields.ts";
import { hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";

const longestPaste = 300_000;

/** As it came: a tab at its beginning is an empty cell. */
const pasted = z
  .string()
  .default("")
  .refine((text) => text.length <= longestPaste, "timetable:paste.tooLong")
  .refine((text) => text.isWellFormed(), "common:form.badCharacters");

const prefix = "cell.";

/** The field of a cell, or of what is asked about a row; rows are counted from 1. */
export const cellField = (row: number, column: PasteColumn | PasteAnswer) => `${prefix}${row}.${column}`;

/** What was mended in the preview and answered there, by row. */
export type MendedRows = ReadonlyMap<number, { cells: Partial<PastedCells>; answers: PasteAnswers }>;

/** A pasted table to look at, or with what was mended in it to be saved. */
export const pasteForm = z
  .object({
    part: choice(["look", "save"]),
    text: pasted,
    html: pasted,
    leavesOut: flag,
    clashReason,
    ...untoldFields,
  })
  .catchall(z.unknown())
  .refine(hasUntoldReason, untoldReasonNeeded)
  .transform(({ part, text, html, leavesOut, clashReason, isUntold, untoldReason, ...rest }) => ({
    ...{ part, text, html, leavesOut, clashReason, isUntold, untoldReason },
    mended: mendedIn(rest),
  }));

function mendedIn(fields: Record<string, unknown>): MendedRows {
  const mended = new Map<number, { cells: Partial<PastedCells>; answers: PasteAnswers }>();
  for (const [name, value] of Object.entries(fields)) {
    const [, row, column] = /^cell\.([1-9]\d{0,3})\.(\w+)$/.exec(name) ?? [];
    if (!row || typeof value !== "string") continue;
    const { cells, answers } = mended.get(Number(row)) ?? { cells: {}, answers: {} };
    const known = pasteColumns.find((one) => one === column);
    const hour = repeatedHours.find((one) => one === value) ?? null;
    if (known) mended.set(Number(row), { cells: { ...cells, [known]: value.trim() }, answers });
    else if (column === "night") mended.set(Number(row), { cells, answers: { ...answers, night: value === "1" } });
    else if (column === "startsHour" || column === "endsHour")
      mended.set(Number(row), { cells, answers: { ...answers, [column]: hour } });
  }
  return mended;
}
