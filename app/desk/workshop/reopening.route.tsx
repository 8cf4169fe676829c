import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { isAnyValid } from "#app/certificates/queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { stepBackForm } from "#app/workshops/form.ts";
import { stepsOf } from "#app/workshops/steps.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { stepBack } from "./reopening.commands.ts";

/** Says what follows from a step back, and asks why it is taken. */
export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const gathered = { hasCertificates: await isAnyValid(db, workshop.id), hasReason: true };
  const step = stepsOf(workshop, gathered, at).find(({ isBack }) => isBack);
  if (!step || step.because)
    throw redirect(to.overview({ locale, code: workshop.code }, { refused: step?.because ?? "notFromHere" }));
  return { frame, back: step.to as "closed" | "running" };
});

export const action = guardedAction("workshop.change", stepBackForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await stepBack(trx, workshop, input, by);
  const { code } = workshop;
  if (outcome.status === "refused")
    return refuse(redirect(to.overview({ locale, code }, { refused: outcome.because })));
  return redirect(to.overview({ locale, code }, { done: "stateChanged" }));
});

export default function ReopeningPage() {
  const { frame, back } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["desk", "workshops"]);
  const title = t(`reopening.${back}.title`);
  return (
    <WorkshopFrame {...frame} isWithin title={title}>
      <h2 className="mb-4 text-xl">{title}</h2>
      <ul className="mb-8 max-w-[65ch] list-disc space-y-2 ps-6">
        <li>{t("reopening.state", { state: t(`workshops:state.${back}`) })}</li>
        <li>{t(`reopening.${back}.results`)}</li>
        <li>{t("reopening.nobodyTold")}</li>
      </ul>
      <PostForm labels={{ reason: t("reopening.reason") }} className="max-w-2xl">
        <input type="hidden" name="to" value={back} />
        <TextArea name="reason" rows={3} label={t("reopening.reason")} hint={t("reopening.reasonHint")} />
        <div className="flex flex-wrap gap-4">
          <Button look="grave">{t(`steps.back.${back}`)}</Button>
          <Button look="plain" href={to.overview({ locale, code: frame.workshop.code })}>
            {t("reopening.keep")}
          </Button>
        </div>
      </PostForm>
    </WorkshopFrame>
  );
}
