import { formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { ShownName } from "#app/people/names.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";
import type { CriterionView } from "../criteria/criteria-view.ts";
import type { readDeskReview } from "./review-view.ts";

/** So many fit side by side on a page of paper. */
const mostCompared = 4;

type Compared = { id: Id<"nomination">; name: ShownName; sender: Localised; post: string };
/** What a row is about: a fact of the nominee, or a criterion; a cell for each of them. */
export type ComparisonRow = {
  key: string;
  fact: "priority" | "score" | "place" | "difference" | null;
  criterion: CriterionView | null;
  cells: string[];
};

/** Some nominees whose marks are open, side by side: figures first, then criterion by criterion. */
export function comparisonView(
  { read, plan, rows }: Awaited<ReturnType<typeof readDeskReview>>,
  ids: readonly string[],
  locale: Locale,
) {
  const posts = new Map(read.nominees.map(({ nominee }) => [nominee.id, nominee.post ?? ""]));
  const chosen = rows.filter(({ id, isOpen }) => isOpen && ids.includes(id)).slice(0, mostCompared);
  const figure = (value: number | null) => (value === null ? "" : formatNumber(locale, value));
  const fact = (name: NonNullable<ComparisonRow["fact"]>, cellOf: (row: (typeof rows)[number]) => number | null) => ({
    ...{ key: name, fact: name, criterion: null },
    cells: chosen.map((row) => figure(cellOf(row))),
  });
  return {
    people: chosen.map(({ id, name, sender }): Compared => ({ id, name, sender, post: posts.get(id) ?? "" })),
    rows: [
      fact("score", ({ score }) => score),
      fact("place", ({ place }) => place),
      fact("difference", ({ difference }) => difference),
      fact("priority", ({ rank }) => rank),
      ...(plan?.criteria ?? []).map(
        (criterion, index): ComparisonRow => ({
          ...{ key: criterion.id, fact: null, criterion },
          cells: chosen.map(({ means }) => {
            const mean = means[index] ?? null;
            if (criterion.weight === null) return mean === null ? "" : mean === 1 ? "yes" : "no";
            return figure(mean);
          }),
        }),
      ),
    ] satisfies ComparisonRow[],
  };
}
