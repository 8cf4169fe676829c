import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { rankColumn, senderColumn } from "#app/nominations/nomination/nominee-columns.ts";
import { nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import type { List, ListColumn } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { CriteriaView, CriterionView } from "../criteria/criteria-view.ts";
import type { ReviewerView, ReviewRow } from "./review-view.ts";

type Known = { plan: CriteriaView | null; reviewers: readonly Pick<ReviewerView, "id" | "name">[] };

/** How far each nominee's review is, and what has come of it; in a file each mean, score and mark. */
export const reviewList = ({ plan, reviewers }: Known): List<ReviewRow> => ({
  name: "review",
  title: (t) => t("review:desk.nominees"),
  keyOf: ({ id }) => id,
  before: (t) => [
    {
      name: "choice",
      label: t("review:comparison.choose"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: (row) => <Choice row={row} />,
    },
  ],
  columns: [
    nameColumn({
      isSortable: true,
      href: ({ code, id }, locale) => to.nomineeReview({ locale, code, nomination: id }),
      onPage: { isAlone: false },
    }),
    otherNameColumn(),
    senderColumn,
    rankColumn("priority"),
    {
      name: "state",
      label: (t) => t("review:column.state"),
      value: (row, t) => t(`review:progress.${progressOf(row)}`, row),
      onPage: { cell: (row) => <Progress row={row} /> },
    },
    {
      name: "place",
      label: (t) => t("review:column.place"),
      kind: "number",
      value: ({ place }) => place,
      isSortable: true,
      onPage: {},
    },
    {
      name: "score",
      label: (t) => t("review:column.score"),
      kind: "number",
      value: ({ score }) => score,
      isSortable: true,
      onPage: {},
    },
    {
      name: "difference",
      label: (t) => t("review:column.difference"),
      kind: "number",
      value: ({ difference }) => difference,
      isSortable: true,
      onPage: {},
    },
    {
      name: "failed",
      label: (t) => t("review:column.failed"),
      kind: "number",
      value: ({ failed, isOpen }) => (isOpen ? failed : null),
    },
    {
      name: "recused",
      label: (t) => t("review:column.recused"),
      kind: "number",
      value: ({ recused }) => recused,
    },
    ...(plan?.criteria ?? []).map(criterionColumn),
    ...reviewers.map(reviewerColumn),
    ...reviewers.flatMap((reviewer, place) =>
      (plan?.criteria ?? []).map((criterion, index) => markColumn(reviewer, criterion, [place, index])),
    ),
  ],
});

const criterionColumn = ({ position, name }: CriterionView, index: number): ListColumn<ReviewRow> => ({
  name: `criterion${position}`,
  label: () => name.text,
  kind: "number",
  value: ({ means }) => means[index] ?? null,
});

const reviewerColumn = ({ id, name }: Known["reviewers"][number], index: number): ListColumn<ReviewRow> => ({
  name: `reviewer${index + 1}`,
  label: (t) => t("review:column.scoreOf", { name: name.name }),
  kind: "number",
  value: ({ scores }) => scores.find(({ reviewerId }) => reviewerId === id)?.score ?? null,
});

/** What one has given for one criterion, in files: 1 or 0 where it is a question. */
const markColumn = (
  { id, name }: Known["reviewers"][number],
  criterion: CriterionView,
  [place, index]: [number, number],
): ListColumn<ReviewRow> => ({
  name: `mark${place + 1}.${criterion.position}`,
  label: (t) => t("review:column.markOf", { criterion: criterion.name.text, name: name.name }),
  kind: "number",
  value: ({ given }) => given.find(({ reviewerId }) => reviewerId === id)?.marks[index] ?? null,
});

const progressOf = ({ missing, isOpen, needsThird, sent, asked }: ReviewRow) => {
  if (missing) return "missing";
  if (needsThird) return "third";
  return isOpen && sent === asked ? "open" : "waiting";
};

const tones = { missing: "bad", third: "warn", open: "good", waiting: "quiet" } as const;

function Progress({ row }: { row: ReviewRow }) {
  const { t } = useTranslation("review");
  const { recused, failed } = row;
  const progress = progressOf(row);
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={tones[progress]}>{t(`progress.${progress}`, row)}</Badge>
      {recused ? <Badge tone="quiet">{t("progress.recused", { count: recused })}</Badge> : null}
      {failed ? <Badge tone="bad">{t("progress.failed", { count: failed })}</Badge> : null}
    </span>
  );
}

function Choice({ row: { id, name, isOpen } }: { row: ReviewRow }) {
  const { t } = useTranslation("review");
  if (!isOpen) return null;
  return (
    <input
      type="checkbox"
      form="comparison"
      name="n"
      value={id}
      aria-label={t("comparison.chooseOne", { name: name.name })}
      className="size-5 accent-key"
    />
  );
}
