import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findNomination, findNominationById, type Nomination } from "#app/nominations/nomination/queries.ts";
import { substitutionForm } from "#app/nominations/substitution/form.ts";
import { isSubstitutable } from "#app/nominations/substitution/substitution.queries.ts";
import { substitutionWindow } from "#app/nominations/substitution/substitution.rules.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { acceptSubstitute, refuseSubstitute } from "./substitution.commands.ts";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, params, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const nomination = orNotFound(await findNomination(db, { workshopId: workshop.id, id: params.nomination ?? "" }));
  const replaced = orNotFound(nomination.inPlaceOfId && (await findNominationById(db, nomination.inPlaceOfId)));
  const seat = await findEnrolment(db, workshop.id, replaced.personId);
  return {
    frame,
    id: nomination.id,
    state: nomination.state,
    isOutdated: nomination.because === "outdated",
    substitute: { name: shownName(nomination), post: nomination.post ?? "" },
    replaced: { name: shownName(replaced), because: nomination.leavingBecause },
    enrolment: seat?.id ?? null,
    isLate: substitutionWindow(workshop, at) === "late",
    mayAccept: nomination.state === "endorsed" && (await isSubstitutable(db, workshop, nomination, at)),
  };
});

export const action = guardedAction("participant.change", substitutionForm, async (visit) => {
  const { trx, by, input, values, params, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const nomination = orNotFound(await findNomination(trx, { workshopId: workshop.id, id: params.nomination ?? "" }));
  orNotFound(nomination.inPlaceOfId);
  const outcome =
    input.part === "accept"
      ? await acceptSubstitute(trx, workshop, nomination, by)
      : await refuseSubstitute(trx, workshop, nomination, input.reason, by);
  if (outcome.status === "refused")
    return refuse(invalid({ "": `nominations:substitute.decision.${outcome.because}` }, values, 409));
  return redirect(to.nominees({ locale, code: workshop.code }, { done: outcome.status }));
});

/** What has come of a proposal that waits for nobody here. */
const answerOf = (state: Nomination["state"]) =>
  state === "selected" || state === "notSelected" || state === "withdrawn" ? state : "draft";

export default function SubstitutionPage() {
  const { frame, id, state, substitute, replaced, enrolment, isLate, mayAccept, ...rest } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  const { code } = frame.workshop;
  const facts = [
    { term: t("substitute.who"), value: <PersonName value={substitute.name} /> },
    { term: t("column.post"), value: substitute.post },
    { term: t("substitute.leaves"), value: <PersonName value={replaced.name} /> },
    { term: t("substitute.because"), value: replaced.because ? t(`because.${replaced.because}`) : null },
  ];
  return (
    <WorkshopFrame {...frame} isWithin title={t("substitute.decision.title")}>
      <p className="mb-2 flex flex-wrap gap-x-6">
        <a className="link" href={to.nomination({ locale, code, nomination: id })}>
          {t("substitute.decision.back")}
        </a>
        {enrolment ? (
          <a className="link" href={to.participant({ locale, code, enrolment })}>
            {t(state === "selected" ? "substitute.decision.formerSeat" : "substitute.decision.seat")}
          </a>
        ) : null}
      </p>
      <h2 className="mb-4 text-2xl">{t("substitute.decision.title")}</h2>
      <Panel pad="text" className="mb-6 max-w-3xl">
        <Facts look="columns" facts={facts} />
      </Panel>
      {state === "endorsed" ? (
        <>
          {isLate ? <Notice isStanding tone="warn" title={t("substitute.decision.late")} /> : null}
          {mayAccept ? (
            <PostForm part="accept" isFramed className="mb-8 max-w-2xl">
              <p className="mb-4">{t("substitute.decision.follows")}</p>
              <Button look="main">{t("substitute.decision.accept")}</Button>
            </PostForm>
          ) : (
            <Notice isStanding tone="warn" title={t("substitute.decision.gone")} />
          )}
          <PostForm part="refuse" labels={{ reason: t("substitute.decision.reason") }} isFramed className="max-w-2xl">
            <h3 className="mb-4 text-lg">{t("substitute.decision.refuseTitle")}</h3>
            <TextArea
              name="reason"
              label={t("substitute.decision.reason")}
              hint={t("substitute.decision.reasonHint")}
              rows={3}
            />
            <Button look="plain">{t("substitute.decision.refuse")}</Button>
          </PostForm>
        </>
      ) : (
        <Notice
          isStanding
          tone="key"
          title={t(`substitute.decision.was.${rest.isOutdated ? "outdated" : answerOf(state)}`)}
        />
      )}
    </WorkshopFrame>
  );
}
