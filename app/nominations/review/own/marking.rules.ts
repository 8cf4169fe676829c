import type { Id } from "#db/id.ts";
import type { Criterion } from "../rules.ts";

type TypedMark = { row: number; mark: string; note: string };
export type ReadMark = { criterionId: Id<"reviewCriterion">; mark: number | null; note: string };

/**
 * What somebody has typed, criterion by criterion, and the rows that are wrong: a mark outside of the scale, or one
 * that is missing where all have to be there.
 */
export function readMarks(
  { criteria, scale }: { criteria: readonly Criterion[]; scale: number },
  typed: readonly TypedMark[],
  isWhole: boolean,
): { marks: ReadMark[]; wrong: number[] } {
  const rows = criteria.map(({ id, weight }, index) => {
    const own = typed.find(({ row }) => row === index + 1);
    const text = own?.mark ?? "";
    const isFit = /^\d{1,2}$/.test(text) && Number(text) <= (weight === null ? 1 : scale);
    const mark = isFit ? Number(text) : null;
    const isWrong = mark === null && (isWhole || text !== "");
    return { row: index + 1, isWrong, read: { criterionId: id, mark, note: own?.note ?? "" } };
  });
  const isNothing = ({ mark, note }: ReadMark) => mark === null && note === "";
  return {
    marks: rows.flatMap(({ read }) => (isNothing(read) ? [] : [read])),
    wrong: rows.flatMap(({ row, isWrong }) => (isWrong ? [row] : [])),
  };
}
