import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveIndicator } from "#app/programmes/indicators/commands.ts";
import { newIndicatorForm } from "#app/programmes/indicators/form.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { IndicatorForm } from "./indicator-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => ({ frame: (await deskProgramme(visit)).frame }));

export const action = guardedAction("programme.plan", newIndicatorForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const { id, code } = await heldProgramme(visit);
  const outcome = await saveIndicator(trx, id, null, input, by);
  if (outcome.status === "refused") return refuse(invalid({ code: "programmes:indicator.form.codeTaken" }, values));
  return redirect(to.indicator({ locale, code, indicator: outcome.id }, { done: "added" }));
});

export default function NewIndicatorPage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("indicator.add")}>
      <h2 className="mb-4 text-xl">{t("indicator.add")}</h2>
      <IndicatorForm submit={t("indicator.save")} />
    </ProgrammeFrame>
  );
}
