import type { ReviewMarks, WholeCriterion } from "../queries.ts";
import { markRows } from "./form.ts";

/** What somebody has written of a nominee, as the fields of a form. */
export const markValues = (criteria: readonly WholeCriterion[], { marks, notes }: ReviewMarks) =>
  markRows.write(
    criteria.map(({ id }) => {
      const mark = marks.get(id);
      return { mark: mark === undefined ? "" : String(mark), note: notes.get(id) ?? "" };
    }),
  );
