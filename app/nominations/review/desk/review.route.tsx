import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { chosenPage } from "#app/web/chosen-page.ts";
import { DateField } from "#app/web/date-field.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { findReviewPlan } from "../queries.ts";
import { workshopReviewForm } from "../reviewers/form.ts";
import { ReviewerPanel } from "../reviewers/reviewer-panel.tsx";
import { dropReviewer, nameReviewer, setReviewDay } from "../reviewers/reviewers.commands.ts";
import { JudgedList } from "./judged-list.tsx";
import { reviewList } from "./review-list.tsx";
import { readDeskReview, reviewerViews } from "./review-view.ts";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const desk = await readDeskReview(visit, workshop);
  const { plan, read } = desk;
  const reviewers = reviewerViews(desk);
  return {
    ...{ frame, plan, reviewers },
    ...chosenPage(desk.rows, reviewList({ plan, reviewers }), visit),
    initial: { dueOn: read.plan?.dueOn ?? "" },
    done: queryChoice(visit.url, "done", ["criteria", "named", "dropped", "day"]),
    refused: queryChoice(visit.url, "refused", ["gone", "begun", "noCriteria"]),
  };
});

export const action = guardedEdit("nomination.review", workshopReviewForm, {
  hold: heldWorkshop,
  stored: async ({ trx, input }, { id }) =>
    input.part === "due" ? { dueOn: (await findReviewPlan(trx, id))?.dueOn ?? "" } : null,
  record: (_, { id }) => ({ actions: ["review.daySet"], subjectId: id }),
  async save({ trx, by, input, values, locale }, workshop) {
    const page = (query: Record<string, string>) =>
      redirect(to.review({ locale, code: workshop.code }, query as { done: string }));
    if (input.part === "name") {
      const because = await nameReviewer(trx, workshop, { email: input.email, isForAll: input.scope === "all" }, by);
      return because ? refuse(invalid({ email: `review:refused.${because}` }, values)) : page({ done: "named" });
    }
    const isDrop = input.part === "drop";
    const because = isDrop
      ? await dropReviewer(trx, workshop, input.reviewer, by)
      : await setReviewDay(trx, workshop, (input.dueOn || null) as LocalDate | null, by);
    return because ? refuse(page({ refused: because })) : page({ done: isDrop ? "dropped" : "day" });
  },
});

export default function ReviewPage() {
  const { frame, plan, reviewers, rows, initial, done, refused, ...place } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["review", "selection"]);
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk.title")} hasList={plan !== null && rows.length > 0}>
      {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="max-w-[65ch]">
          <h2 className="mb-1 text-2xl">{t("desk.title")}</h2>
          <p className="hint">{t("desk.lead")}</p>
        </div>
        <div className="flex flex-wrap items-center gap-4 print:hidden">
          {plan ? (
            <a className="link" href={to.reviewCriteria({ locale, code })}>
              {t("criteria.title")}
            </a>
          ) : null}
          <a className="link" href={to.selection({ locale, code })}>
            {t("selection:title")}
          </a>
        </div>
      </div>
      {plan ? (
        <>
          {rows.length ? (
            <JudgedList code={code} rows={rows} {...place} plan={plan} reviewers={reviewers} />
          ) : (
            <Empty title={t("desk.empty.title")}>{t("desk.empty.text")}</Empty>
          )}
          <ReviewerPanel reviewers={reviewers} />
          <div className="print:hidden">
            <Section title={t("due.title")}>
              <PostForm part="due" initial={initial} labels={{ dueOn: t("due.label") }} isFramed className="max-w-2xl">
                <DateField name="dueOn" label={t("due.label")} hint={t("due.hint")} optional />
                <Button look="plain">{t("due.button")}</Button>
              </PostForm>
            </Section>
          </div>
        </>
      ) : (
        <Empty
          title={t("criteria.none.title")}
          action={
            <Button look="main" href={to.reviewCriteria({ locale, code })}>
              {t("criteria.none.button")}
            </Button>
          }
        >
          {t("criteria.none.text")}
        </Empty>
      )}
    </WorkshopFrame>
  );
}
