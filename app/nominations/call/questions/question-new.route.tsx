import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { questionForm } from "./form.ts";
import { callWithQuestions } from "./question-door.ts";
import { QuestionForm } from "./question-form.tsx";
import { addQuestion } from "./questions.commands.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { isFrozen } = await callWithQuestions(db, workshop, locale);
  if (isFrozen) throw redirect(to.callQuestions({ locale, code: workshop.code }));
  return { frame };
});

export const action = guardedAction("workshop.change", questionForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await addQuestion(trx, workshop, input, by);
  if (outcome.status === "refused")
    return refuse(invalid({ "": `calls:questions.refused.${outcome.because}` }, values, 409));
  return redirect(to.callQuestions({ locale, code: workshop.code }, { done: "saved" }));
});

export default function NewQuestionPage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("calls");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("questions.new")}>
      <p className="mb-2">
        <a className="link" href={to.callQuestions({ locale, code })}>
          {t("questions.title")}
        </a>
      </p>
      <h2 className="mb-4 text-xl">{t("questions.new")}</h2>
      <QuestionForm />
    </WorkshopFrame>
  );
}
