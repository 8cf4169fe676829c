import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { MarksRow, MarksView } from "./marks-view.ts";

/** What each reviewer has said of a nominee, criterion by criterion. */
export function MarksTable({ view }: { view: MarksView }) {
  const { t, locale } = useTranslation("review");
  const figure = (value: number | null) => (value === null ? "" : formatNumber(locale, value));
  const columns: Column<MarksRow>[] = [
    {
      name: "criterion",
      label: t("column.criterion"),
      isHeading: true,
      cell: ({ criterion }) => (
        <>
          <LocalText value={criterion.name} />
          <SecondLine>
            {criterion.weight === null ? t("criteria.question") : t("column.weight", { weight: criterion.weight })}
          </SecondLine>
        </>
      ),
    },
    ...view.judges.map(
      ({ id, name }, index): Column<MarksRow> => ({
        name: id,
        label: name.name,
        isLabelled: true,
        cell: ({ criterion, cells }) => {
          const { mark = null, note = "" } = cells[index] ?? {};
          const answer = criterion.weight === null && mark !== null ? t(`answer.${mark ? "yes" : "no"}`) : figure(mark);
          return (
            <>
              <strong>{answer}</strong>
              {note ? <span className="wrap-anywhere block whitespace-pre-line text-sm">{note}</span> : null}
            </>
          );
        },
      }),
    ),
    {
      name: "mean",
      label: t("column.mean"),
      isNumber: true,
      isLabelled: true,
      cell: ({ mean }) => figure(mean),
    },
    {
      name: "spread",
      label: t("column.spread"),
      isNumber: true,
      isLabelled: true,
      cell: ({ spread, criterion }) => (criterion.weight === null ? "" : figure(spread)),
    },
  ];
  return (
    <>
      <p className="mb-2">
        <strong>{t("marks.score", { score: figure(view.score) })}</strong>
        {view.difference === null ? null : <> · {t("marks.difference", { difference: figure(view.difference) })}</>}
      </p>
      <p className="hint mb-4">
        {view.judges.map(({ name, score }) => t("marks.own", { name: name.name, score: figure(score) })).join(" · ")}
      </p>
      <Table caption={t("marks.title")} columns={columns} rows={view.rows} keyOf={({ criterion }) => criterion.id} />
    </>
  );
}
