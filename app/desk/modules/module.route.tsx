import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleForm } from "#app/workshops/modules/form.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { ModuleForm } from "./module-form.tsx";
import { moduleOf, moduleValues } from "./reached-module.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const module = await moduleOf(visit.db, workshop.id, visit.params);
  return { frame, number: module.position, initial: moduleValues(module) };
});

export const action = guardedEdit("workshop.change", moduleForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, module: await moduleOf(visit.trx, workshop.id, visit.params) };
  },
  stored: async (_, { module }) => moduleValues(module),
  record: (_, { workshop }) => ({ actions: ["module.changed", "module.added"], subjectId: workshop.id }),
  async save({ trx, by, input, locale }, { workshop, module }) {
    await saveModule(trx, workshop, module.id, input, by);
    return redirect(to.modules({ locale, code: workshop.code }, { done: "saved" }));
  },
});

export default function ModulePage() {
  const { frame, number, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation("workshops");
  const heading = t("module.edit", { number });
  return (
    <WorkshopFrame {...frame} isWithin title={heading}>
      <h2 className="mb-4 text-xl">{heading}</h2>
      <ModuleForm initial={initial} submit={t("module.save")} />
    </WorkshopFrame>
  );
}
