import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { criteriaView } from "../criteria/criteria-view.ts";
import { MarksTable } from "../marks/marks-table.tsx";
import { marksView } from "../marks/marks-view.ts";
import { mayTakeBack, owesReview } from "../rules.ts";
import { markingForm } from "./form.ts";
import { carryOutMarking, storedMarks } from "./marking.ts";
import { MarkingForm, RecusalForm } from "./marking-form.tsx";
import { OwnMarks } from "./own-marks.tsx";
import { heldReview, reviewerPlace } from "./reviewer-door.ts";

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, params, locale, url } = visit;
  const { frame, workshop, read, own } = await reviewerPlace(visit);
  const one = orNotFound(own.find(({ nominee }) => nominee.id === params.nomination) ?? null);
  const { nominee, standing } = one;
  const plan = orNotFound(read.plan);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const view = criteriaView(plan, locale);
  const isEndorsed = nominee.state === "endorsed";
  return {
    frame,
    ...{ name: shownName(nominee), post: nominee.post ?? "", sender: institutionOf(nominee.institutionId) },
    ...{ plan: view, state: standing.state, because: standing.because },
    initial: standing.state === "recused" ? {} : await storedMarks(db, plan, standing.review),
    marks: marksView(one, view),
    isOwed: isEndorsed && owesReview(standing),
    isOver: !isEndorsed && owesReview(standing),
    mayTakeBack: isEndorsed && mayTakeBack(standing, one.reviews),
    letter: nominee.letterId !== null && standing.state !== "recused" ? (params.nomination ?? "") : "",
    done: queryChoice(url, "done", ["save", "send", "back", "recusal"]),
    refused: queryChoice(url, "refused", ["over", "recused", "sent", "open"]),
  };
});

export const action = guardedEdit("own.change", markingForm, {
  hold: heldReview,
  stored: async ({ trx, input }, { plan, standing }) =>
    input.part === "marks" ? storedMarks(trx, plan, standing.review) : null,
  record: (_, { nominationId }) => ({ actions: ["review.drafted", "review.sent"], subjectId: nominationId }),
  async save(visit, held) {
    const { locale } = visit;
    const place = { locale, code: held.workshop.code };
    const done = await carryOutMarking(visit, held);
    return redirect(
      done === "back"
        ? to.marking({ ...place, nomination: held.nominationId }, { done })
        : to.workshopReviews(place, { done }),
    );
  },
});

export default function MarkingPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, name, post, sender, plan, state, because, initial, marks, done, refused } = page;
  const { t, locale } = useTranslation("review");
  const { code } = frame;
  return (
    <Page
      title={`${name.name} · ${code}`}
      heading={<span lang={name.isJapanese ? "ja" : undefined}>{name.name}</span>}
      crumbs={[
        { to: to.reviews({ locale }), label: t("own.title") },
        { to: to.workshopReviews({ locale, code }), label: code },
      ]}
      notice={
        <>
          {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
          {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
        </>
      }
    >
      <p className="mb-1 text-lg">
        <LocalText value={sender} note />
        {post ? <> · {post}</> : null}
      </p>
      <p className="mb-6">
        <LocalText value={frame.title} />
        {page.letter ? (
          <>
            {" · "}
            <a className="link" href={to.reviewLetter({ locale, code, nomination: page.letter })}>
              {t("own.letter")}
            </a>
          </>
        ) : null}
      </p>
      {state === "recused" && because ? (
        <Notice title={t("own.recused")} isStanding>
          {t(`recusal.${because}`)}
        </Notice>
      ) : null}
      {page.isOver ? <Notice title={t("refused.over")} isStanding /> : null}
      {page.isOwed ? (
        <>
          <MarkingForm plan={plan} initial={initial} />
          <RecusalForm />
        </>
      ) : null}
      {marks ? (
        <>
          <h2 className="mb-2 text-2xl">{t("marks.title")}</h2>
          <MarksTable view={marks} />
        </>
      ) : state === "sent" ? (
        <>
          <Notice title={t("own.waiting")} isStanding />
          <OwnMarks plan={plan} stored={initial} />
          {page.mayTakeBack ? (
            <div className="mt-6">
              <PostButton look="plain" fields={{ part: "back" }}>
                {t("own.takeBack")}
              </PostButton>
            </div>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}
