import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveTariff } from "#app/programmes/costs/commands.ts";
import { tariffForm } from "#app/programmes/costs/form.ts";
import { tariffValues } from "#app/programmes/costs/form-values.ts";
import { findTariff } from "#app/programmes/costs/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { TariffForm } from "./tariff-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  const tariff = orNotFound(await findTariff(visit.db, programme.id, visit.params.tariff ?? ""));
  return { frame, initial: tariffValues(tariff) };
});

export const action = guardedEdit("programme.plan", tariffForm, {
  async hold(visit) {
    const programme = await heldProgramme(visit);
    return { programme, tariff: orNotFound(await findTariff(visit.trx, programme.id, visit.params.tariff ?? "")) };
  },
  stored: async (_, { tariff }) => tariffValues(tariff),
  lists: ["rate"],
  record: (_, { programme }) => ({ actions: ["tariff.changed", "tariff.added"], subjectId: programme.id }),
  async save({ trx, by, input, values, locale }, { programme, tariff }) {
    const outcome = await saveTariff(trx, programme.id, tariff, input, by);
    if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
    return redirect(to.tariffs({ locale, code: programme.code }, { done: "saved" }));
  },
});

export default function TariffPage() {
  const { frame, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("tariff.change")}>
      <h2 className="mb-4 text-xl">{t("tariff.change")}</h2>
      <TariffForm initial={initial} submit={t("tariff.save")} />
    </ProgrammeFrame>
  );
}
