import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { questionForm, questionValues } from "./form.ts";
import { callWithQuestions, questionOf } from "./question-door.ts";
import { QuestionForm } from "./question-form.tsx";
import { changeQuestion } from "./questions.commands.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, params, locale } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const question = await questionOf(db, workshop, params.question);
  const { isFrozen } = await callWithQuestions(db, workshop, locale);
  if (isFrozen) throw redirect(to.callQuestions({ locale, code: workshop.code }));
  return { frame, number: question.number, initial: questionValues(question) };
});

export const action = guardedEdit("workshop.change", questionForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, question: await questionOf(visit.trx, workshop, visit.params.question) };
  },
  stored: async (_, { question }) => questionValues(question),
  record: (_, { workshop }) => ({ actions: ["call.questionsChanged"], subjectId: workshop.id }),
  async save({ trx, by, input, values, locale }, { workshop, question }) {
    const outcome = await changeQuestion(trx, workshop, { number: question.number, input }, by);
    if (outcome.status === "refused")
      return refuse(invalid({ "": `calls:questions.refused.${outcome.because}` }, values, 409));
    return redirect(to.callQuestions({ locale, code: workshop.code }, { done: "saved" }));
  },
});

export default function QuestionPage() {
  const { frame, number, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("calls");
  const list = to.callQuestions({ locale, code: frame.workshop.code });
  return (
    <WorkshopFrame {...frame} isWithin title={t("questions.change")}>
      <p className="mb-2">
        <a className="link" href={list}>
          {t("questions.title")}
        </a>
      </p>
      <h2 className="mb-4 text-xl">{t("questions.change")}</h2>
      <QuestionForm initial={initial} />
      <div className="mt-10">
        <PostButton look="grave" action={list} fields={{ part: "remove", number: String(number) }}>
          {t("questions.remove")}
        </PostButton>
        <Hint className="mt-2">{t("questions.removeHint")}</Hint>
      </div>
    </WorkshopFrame>
  );
}
