import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { type ComparisonRow, comparisonView } from "./comparison-view.ts";
import { readDeskReview } from "./review-view.ts";
import "./comparison.css";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const desk = await readDeskReview(visit, workshop);
  return { frame, ...comparisonView(desk, visit.url.searchParams.getAll("n"), visit.locale) };
});

export default function ComparisonPage() {
  const { frame, people, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("review");
  const { code } = frame.workshop;
  const columns: Column<ComparisonRow>[] = [
    { name: "what", label: t("comparison.what"), isHeading: true, cell: (row) => <What row={row} /> },
    ...people.map(
      ({ id, name }, index): Column<ComparisonRow> => ({
        name: id,
        label: name.name,
        isLabelled: true,
        cell: ({ cells, criterion, fact }) => <Cell text={cells[index] ?? ""} criterion={criterion} fact={fact} />,
      }),
    ),
  ];
  return (
    <WorkshopFrame {...frame} isWithin title={t("comparison.title")}>
      <p className="mb-2 print:hidden">
        <a className="link" href={to.review({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="mb-4 text-2xl">{t("comparison.title")}</h2>
      {people.length > 1 ? (
        <div className="comparison">
          <ul className="mb-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4">
            {people.map(({ id, name, sender, post }) => (
              <li key={id}>
                <a className="link" href={to.nomineeReview({ locale, code, nomination: id })}>
                  <PersonName value={name} />
                </a>
                <SecondLine>
                  <LocalText value={sender} />
                </SecondLine>
                {post ? <SecondLine>{post}</SecondLine> : null}
              </li>
            ))}
          </ul>
          <Table caption={t("comparison.title")} columns={columns} rows={rows} keyOf={({ key }) => key} />
        </div>
      ) : (
        <Empty title={t("comparison.empty.title")}>{t("comparison.empty.text")}</Empty>
      )}
    </WorkshopFrame>
  );
}

function What({ row: { fact, criterion } }: { row: ComparisonRow }) {
  const { t } = useTranslation("review");
  if (!criterion) return fact ? t(`comparison.${fact}`) : null;
  return (
    <>
      <LocalText value={criterion.name} />
      <SecondLine>
        {criterion.weight === null ? t("criteria.question") : t("column.weight", { weight: criterion.weight })}
      </SecondLine>
    </>
  );
}

function Cell({ text, criterion, fact }: Pick<ComparisonRow, "criterion" | "fact"> & { text: string }) {
  const { t } = useTranslation("review");
  if (criterion?.weight === null && text) return t(`answer.${text === "yes" ? "yes" : "no"}`);
  return fact === "score" ? <strong>{text}</strong> : text;
}
