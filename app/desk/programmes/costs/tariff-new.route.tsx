import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveTariff } from "#app/programmes/costs/commands.ts";
import { tariffForm } from "#app/programmes/costs/form.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { TariffForm } from "./tariff-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => ({ frame: (await deskProgramme(visit)).frame }));

export const action = guardedAction("programme.plan", tariffForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const { id, code } = await heldProgramme(visit);
  const outcome = await saveTariff(trx, id, null, input, by);
  if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
  return redirect(to.tariffs({ locale, code }, { done: "saved" }));
});

export default function NewTariffPage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("tariff.add")}>
      <h2 className="mb-4 text-xl">{t("tariff.add")}</h2>
      <TariffForm submit={t("tariff.save")} />
    </ProgrammeFrame>
  );
}
