import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveCostLine } from "#app/programmes/costs/commands.ts";
import { costForm } from "#app/programmes/costs/form.ts";
import { costValues } from "#app/programmes/costs/form-values.ts";
import { findCostLine } from "#app/programmes/costs/queries.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { costChoices } from "./cost-choices.ts";
import { CostLineForm } from "./cost-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  const line = orNotFound(await findCostLine(visit.db, programme.id, visit.params.cost ?? ""));
  const choices = await costChoices(visit, programme, [line.payerId]);
  return { frame, id: line.id, choices, initial: costValues(line) };
});

export const action = guardedEdit("programme.plan", costForm, {
  async hold(visit) {
    const programme = await heldProgramme(visit);
    return { programme, line: orNotFound(await findCostLine(visit.trx, programme.id, visit.params.cost ?? "")) };
  },
  stored: async (_, { line }) => costValues(line),
  record: (_, { programme }) => ({ actions: ["cost.changed", "cost.added"], subjectId: programme.id }),
  async save({ trx, by, input, values, locale }, { programme, line }) {
    const outcome = await saveCostLine(trx, programme.id, line, input, by);
    if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
    return redirect(to.costs({ locale, code: programme.code }, { done: "saved" }));
  },
});

export default function CostPage() {
  const { frame, id, choices, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("cost.change")}>
      <h2 className="mb-4 text-xl">{t("cost.change")}</h2>
      <CostLineForm {...choices} initial={initial} submit={t("cost.save")} />
      <p className="mt-10">
        <PostButton look="grave" action={to.costs({ locale, code: frame.code })} fields={{ id }}>
          {t("cost.remove")}
        </PostButton>
      </p>
    </ProgrammeFrame>
  );
}
