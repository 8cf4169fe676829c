import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveCostLine } from "#app/programmes/costs/commands.ts";
import { costForm } from "#app/programmes/costs/form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { costChoices } from "./cost-choices.ts";
import { CostLineForm } from "./cost-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  return { frame, choices: await costChoices(visit, programme) };
});

export const action = guardedAction("programme.plan", costForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const { id, code } = await heldProgramme(visit);
  const outcome = await saveCostLine(trx, id, null, input, by);
  if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
  return redirect(to.costs({ locale, code }, { done: "saved" }));
});

export default function NewCostPage() {
  const { frame, choices } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("cost.add")}>
      <h2 className="mb-4 text-xl">{t("cost.add")}</h2>
      {choices.tariffs.length ? null : (
        <Notice isStanding tone="warn" title={t("cost.empty.tariffFirst")}>
          <a className="link" href={to.newTariff({ locale, code: frame.code })}>
            {t("tariff.add")}
          </a>
        </Notice>
      )}
      <CostLineForm {...choices} submit={t("cost.save")} />
    </ProgrammeFrame>
  );
}
