import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { questionListForm } from "./form.ts";
import { callWithQuestions } from "./question-door.ts";
import { AskedQuestions, RemovedQuestions } from "./question-rows.tsx";
import { questionRows } from "./question-view.ts";
import { moveQuestion, removeQuestion, restoreQuestion } from "./questions.commands.ts";
import { liveQuestions, mostQuestions } from "./rules.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { call, questions, isFrozen } = await callWithQuestions(db, workshop, locale);
  const asked = liveQuestions(questions);
  return {
    frame,
    isFrozen,
    hasForm: Boolean(call.content.applicationFormId),
    isFull: asked.length >= mostQuestions,
    asked: questionRows(asked, { locale, t }),
    removed: isFrozen
      ? []
      : questionRows(
          questions.filter(({ isRemoved }) => isRemoved),
          { locale, t },
        ),
    done: queryChoice(url, "done", ["saved", "removed", "restored"]),
    refused: queryChoice(url, "refused", ["nothing", "frozen", "tooMany", "gone"]),
  };
});

export const action = guardedAction("workshop.change", questionListForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const back = (query: { done?: string; refused?: string }) =>
    redirect(to.callQuestions({ locale, code: workshop.code }, query));
  const outcome =
    input.part === "move"
      ? await moveQuestion(trx, workshop, input, by)
      : input.part === "remove"
        ? await removeQuestion(trx, workshop, input, by)
        : await restoreQuestion(trx, workshop, input, by);
  if (outcome.status === "refused") return refuse(back({ refused: outcome.because }));
  return back(input.part === "move" ? {} : { done: input.part === "remove" ? "removed" : "restored" });
});

export default function QuestionsPage() {
  const { frame, isFrozen, hasForm, isFull, asked, removed, done, refused } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("calls");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("questions.title")}>
      {done ? <Notice tone="good" title={t(`questions.done.${done}`)} /> : null}
      {refused ? <Notice tone="warn" title={t(`questions.refused.${refused}`)} /> : null}
      <p className="mb-2">
        <a className="link" href={to.call({ locale, code })}>
          {t("desk.title")}
        </a>
      </p>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("questions.title")}</h2>
        {isFrozen || isFull ? null : (
          <Button look="plain" isSmall href={to.newCallQuestion({ locale, code })}>
            {t("questions.add")}
          </Button>
        )}
      </div>
      <p className="max-w-[65ch]">{t("questions.lead", { count: mostQuestions })}</p>
      <Hint className="mb-6 mt-1 max-w-[65ch]">{t("questions.sensitive")}</Hint>
      {isFrozen ? <Notice isStanding title={t("questions.frozen")} /> : null}
      {!hasForm && asked.length ? <Notice isStanding tone="warn" title={t("questions.noForm")} /> : null}
      {isFull && !isFrozen ? <Hint className="mb-4">{t("questions.refused.tooMany")}</Hint> : null}
      {asked.length ? (
        <AskedQuestions code={code} questions={asked} isFrozen={isFrozen} />
      ) : (
        <Empty title={t("questions.empty")} />
      )}
      {removed.length ? <RemovedQuestions questions={removed} /> : null}
    </WorkshopFrame>
  );
}
