import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { changeWorkshop } from "#app/workshops/commands.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { formOptions, workshopFormValues } from "#app/workshops/plan/form-options.ts";
import { WorkshopForm } from "#app/workshops/plan/workshop-form.tsx";
import { listLanguages, listThemeIds } from "#app/workshops/queries.ts";
import { informedCount } from "#app/workshops/rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, reach, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const options = await formOptions(db, reach, locale, localDate(at, workshop.zone));
  const themeIds = await listThemeIds(db, workshop.id);
  const workingLanguages = await listLanguages(db, workshop.id);
  const initial = workshopFormValues(workshop, { themeIds, workingLanguages });
  return { frame, options, initial, informed: informedCount(workshop) };
});

export const action = guardedAction("workshop.change", workshopForm, async (visit) => {
  const { trx, by, reach, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const plan = { workshop, sessions: await listSessionsOf(trx, [workshop.id]) };
  const outcome = await changeWorkshop(trx, plan, input, { ...by, reach });
  if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
  return redirect(to.overview({ locale, code: outcome.code }, { done: "changed" }));
});

export default function DetailsPage() {
  const { frame, options, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <WorkshopFrame {...frame} title={t("desk:tabs.details")}>
      <WorkshopForm {...options} {...form} submit={t("desk:details.submit")} />
    </WorkshopFrame>
  );
}
