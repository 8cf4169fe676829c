import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { shownName } from "#app/people/names.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId } from "#db/id.ts";
import { inTenths } from "../mark-numbers.rules.ts";
import { MarksTable } from "../marks/marks-table.tsx";
import { marksView } from "../marks/marks-view.ts";
import { nomineeReviewForm } from "../reviewers/form.ts";
import { askReviewer, readmitReviewer, recuseReviewer } from "../reviewers/reviewers.commands.ts";
import { StandingForms } from "../reviewers/standing-forms.tsx";
import { StandingTable } from "../reviewers/standing-table.tsx";
import { standingViews } from "../reviewers/standing-view.ts";
import { readDeskReview } from "./review-view.ts";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { params, url, locale, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { read, plan, institutionOf } = await readDeskReview(visit, workshop);
  const one = orNotFound(read.nominees.find(({ nominee }) => nominee.id === params.nomination) ?? null);
  const { nominee, difference } = one;
  return {
    frame,
    id: nominee.id,
    name: shownName(nominee),
    post: nominee.post ?? "",
    sender: institutionOf(nominee.institutionId),
    isOver: nominee.state !== "endorsed",
    third: one.needsThird && difference !== null ? { difference: inTenths(difference) } : null,
    marks: plan && marksView(one, plan),
    ...standingViews(one, read.reviewers, { institutionOf, locale, zone: actor.zone }),
    done: queryChoice(url, "done", ["ask", "recuse", "readmit"]),
    refused: queryChoice(url, "refused", ["gone", "over", "recused", "alreadyAsked", "notRecused"]),
  };
});

export const action = guardedAction("nomination.review", nomineeReviewForm, async (visit) => {
  const { trx, by, input, params, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const nominationId = asId<"nomination">(params.nomination ?? "");
  const about = { workshop, nominationId, reviewerId: input.reviewer };
  const because =
    input.part === "ask"
      ? await askReviewer(trx, about, by)
      : input.part === "recuse"
        ? await recuseReviewer(trx, { ...about, who: "host", reason: input.reason }, by)
        : await readmitReviewer(trx, about, by);
  const page = (query: { done: string } | { refused: string }) =>
    redirect(to.nomineeReview({ locale, code: workshop.code, nomination: nominationId }, query));
  return because ? refuse(page({ refused: because })) : page({ done: input.part });
});

export default function NomineeReviewPage() {
  const { frame, id, name, post, sender, isOver, third, marks, standings, free, done, refused } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("review");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={`${t("desk.title")} · ${name.name}`}>
      {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
      <p className="mb-2">
        <a className="link" href={to.review({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="text-2xl" lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </h2>
      <p className="mb-1">
        <LocalText value={sender} note />
        {post ? <> · {post}</> : null}
      </p>
      <p className="mb-6">
        <a className="link" href={to.nomination({ locale, code, nomination: id })}>
          {t("nominee.nomination")}
        </a>
      </p>
      {third ? (
        <Notice tone="warn" title={t("third.title")} isStanding>
          {t("third.text", third)}
        </Notice>
      ) : null}
      <StandingTable standings={standings} />
      {marks ? (
        <div className="mb-8">
          <h3 className="mb-2 text-xl">{t("marks.title")}</h3>
          <MarksTable view={marks} />
        </div>
      ) : (
        <p className="hint mb-8 max-w-[65ch]">{t("marks.hidden")}</p>
      )}
      {isOver ? <p className="hint">{t("nominee.over")}</p> : <StandingForms standings={standings} free={free} />}
    </WorkshopFrame>
  );
}
