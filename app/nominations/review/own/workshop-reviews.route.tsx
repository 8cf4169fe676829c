import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { CriteriaTable } from "../criteria/criteria-table.tsx";
import { criteriaView } from "../criteria/criteria-view.ts";
import { inTenths } from "../mark-numbers.rules.ts";
import { owesReview, percentOfScore } from "../rules.ts";
import { reviewerPlace } from "./reviewer-door.ts";

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, locale, url } = visit;
  const { frame, workshop, read, own } = await reviewerPlace(visit);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  return {
    frame,
    plan: read.plan && criteriaView(read.plan, locale),
    due: read.plan?.dueOn ? formatDate(locale, read.plan.dueOn) : "",
    done: queryChoice(url, "done", ["save", "send", "recusal"]),
    rows: own.map(({ nominee, standing, mean }) => ({
      ...{ id: nominee.id, name: shownName(nominee), post: nominee.post ?? "" },
      sender: institutionOf(nominee.institutionId),
      ...{ state: standing.state, because: standing.because },
      isOver: nominee.state !== "endorsed" && owesReview(standing),
      mean: mean && inTenths(percentOfScore(mean)),
    })),
  };
});

type Row = Awaited<ReturnType<typeof loader>>["rows"][number];

const tones = { asked: "warn", draft: "warn", sent: "good", recused: "quiet" } as const;

export default function WorkshopReviewsPage() {
  const { frame, plan, due, rows, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("review");
  const columns: Column<Row>[] = [
    {
      name: "name",
      label: t("column.nominee"),
      isHeading: true,
      cell: ({ id, name, sender }) => (
        <>
          <a className="link" href={to.marking({ locale, code: frame.code, nomination: id })}>
            <PersonName value={name} />
          </a>
          <SecondLine>
            <LocalText value={sender} />
          </SecondLine>
        </>
      ),
    },
    { name: "post", label: t("column.post"), isLabelled: true, cell: ({ post }) => post },
    {
      name: "state",
      label: t("column.state"),
      isLabelled: true,
      cell: ({ state, because, isOver }) => (
        <>
          <Badge tone={isOver ? "quiet" : tones[state]}>{t(isOver ? "state.over" : `state.${state}`)}</Badge>
          {because ? <SecondLine>{t(`recusal.${because}`)}</SecondLine> : null}
        </>
      ),
    },
    { name: "mean", label: t("column.score"), isNumber: true, isLabelled: true, cell: ({ mean }) => mean },
  ];
  return (
    <Page
      title={`${t("own.title")} · ${frame.code}`}
      heading={<LocalText value={frame.title} note />}
      crumbs={[{ to: to.reviews({ locale }), label: t("own.title") }]}
      notice={done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      lead={due ? t("own.dueOn", { date: due }) : null}
    >
      {plan ? (
        <>
          <p className="mb-6 max-w-[65ch]">{t("own.how")}</p>
          {rows.length ? (
            <div className="mb-10">
              <Table caption={t("desk.nominees")} columns={columns} rows={rows} keyOf={({ id }) => id} />
            </div>
          ) : (
            <Empty title={t("desk.empty.title")}>{t("own.none")}</Empty>
          )}
          <h2 className="mb-2 text-2xl">{t("criteria.title")}</h2>
          <CriteriaTable plan={plan} />
        </>
      ) : (
        <Empty title={t("criteria.none.title")}>{t("own.noCriteria")}</Empty>
      )}
    </Page>
  );
}
