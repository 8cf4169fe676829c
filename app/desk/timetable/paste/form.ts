import { z } from "zod";
import { clashReason } from "#app/timetable/form.ts";
import type { PasteColumn, PastedCells } from "#app/timetable/paste/rows.rules.ts";
import { pasteColumns } from "#app/timetable/paste/rows.rules.ts";
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

/** The field of a cell; rows are counted from 1. */
export const cellField = (row: number, column: PasteColumn) => `${prefix}${row}.${column}`;

/** What was mended in the preview, by row. */
export type MendedCells = ReadonlyMap<number, Partial<PastedCells>>;

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

function mendedIn(fields: Record<string, unknown>): MendedCells {
  const mended = new Map<number, Partial<PastedCells>>();
  for (const [name, value] of Object.entries(fields)) {
    const [, row, column] = /^cell\.([1-9]\d{0,3})\.(\w+)$/.exec(name) ?? [];
    const known = pasteColumns.find((one) => one === column);
    if (!row || !known || typeof value !== "string") continue;
    mended.set(Number(row), { ...mended.get(Number(row)), [known]: value.trim() });
  }
  return mended;
}
