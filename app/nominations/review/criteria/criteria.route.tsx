import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { findReviewPlan, isMarked } from "../queries.ts";
import { savePlan } from "./criteria.commands.ts";
import { CriteriaTable } from "./criteria-table.tsx";
import { criteriaView } from "./criteria-view.ts";
import { planForm, readCriteria } from "./form.ts";
import { PlanForm } from "./plan-form.tsx";
import { planValues, standardValues } from "./plan-form-values.ts";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { db, locale } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const plan = await findReviewPlan(db, workshop.id);
  const stored = await planValues(db, workshop.id);
  return {
    frame,
    stored,
    initial: plan ? stored : standardValues(),
    isNew: plan === null,
    isFrozen: await isMarked(db, workshop.id),
    plan: plan && criteriaView(plan, locale),
  };
});

export const action = guardedEdit("nomination.review", planForm, {
  hold: heldWorkshop,
  stored: ({ trx }, { id }) => planValues(trx, id),
  lists: ["check", "criterion"],
  record: (_, { id }) => ({ actions: ["review.criteriaSaved"], subjectId: id }),
  async save({ trx, by, input, values, locale }, workshop) {
    const { wrong } = readCriteria(input);
    if (Object.keys(wrong).length) return refuse(invalid(wrong, values, 409));
    if (await savePlan(trx, workshop, input, by)) return refuse(invalid({ "": "review:refused.frozen" }, values, 409));
    return redirect(to.review({ locale, code: workshop.code }, { done: "criteria" }));
  },
});

export default function CriteriaPage() {
  const { frame, initial, stored, isNew, isFrozen, plan } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("review");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("criteria.title")}>
      <p className="mb-2">
        <a className="link" href={to.review({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="mb-2 text-2xl">{t("criteria.title")}</h2>
      {isFrozen && plan ? (
        <>
          <Notice title={t("criteria.frozen")} isStanding />
          <CriteriaTable plan={plan} />
        </>
      ) : (
        <>
          <p className="hint mb-6 max-w-[65ch]">{t(isNew ? "criteria.offered" : "criteria.lead")}</p>
          <PlanForm initial={initial} stored={stored} />
        </>
      )}
    </WorkshopFrame>
  );
}
