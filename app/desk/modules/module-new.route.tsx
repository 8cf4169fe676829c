import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleForm } from "#app/workshops/modules/form.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { ModuleForm } from "./module-form.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => ({ frame: (await deskWorkshop(visit)).frame }));

export const action = guardedAction("workshop.change", moduleForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  await saveModule(trx, workshop, null, input, by);
  return redirect(to.modules({ locale, code: workshop.code }, { done: "saved" }));
});

export default function NewModulePage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("workshops");
  return (
    <WorkshopFrame {...frame} isWithin title={t("module.new")}>
      <h2 className="mb-4 text-xl">{t("module.new")}</h2>
      <ModuleForm submit={t("module.save")} />
    </WorkshopFrame>
  );
}
