import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveIndicator } from "#app/programmes/indicators/commands.ts";
import { indicatorForm } from "#app/programmes/indicators/form.ts";
import { indicatorValues } from "#app/programmes/indicators/form-values.ts";
import { findIndicator } from "#app/programmes/indicators/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { IndicatorForm } from "./indicator-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  const indicator = orNotFound(await findIndicator(visit.db, programme.id, visit.params.indicator ?? ""));
  return { frame, code: indicator.code, initial: indicatorValues(indicator) };
});

export const action = guardedEdit("programme.plan", indicatorForm, {
  async hold(visit) {
    const programme = await heldProgramme(visit);
    const found = await findIndicator(visit.trx, programme.id, visit.params.indicator ?? "");
    return { programme, indicator: orNotFound(found) };
  },
  stored: async (_, { indicator }) => indicatorValues(indicator),
  lists: ["target"],
  record: (_, { indicator }) => ({ actions: ["indicator.changed", "indicator.added"], subjectId: indicator.id }),
  async save({ trx, by, input, values, locale }, { programme, indicator }) {
    const outcome = await saveIndicator(trx, programme.id, indicator, input, by);
    if (outcome.status === "refused") return refuse(invalid({ code: "programmes:indicator.form.codeTaken" }, values));
    const { code } = programme;
    return redirect(to.indicator({ locale, code, indicator: indicator.id }, { done: "changed" }));
  },
});

export default function IndicatorFactsPage() {
  const { frame, code, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  const heading = t("indicator.change", { code });
  return (
    <ProgrammeFrame programme={frame} isWithin title={heading}>
      <h2 className="mb-4 text-xl">{heading}</h2>
      <IndicatorForm initial={initial} submit={t("indicator.saveChange")} />
    </ProgrammeFrame>
  );
}
