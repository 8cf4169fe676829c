import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { invalid } from "#app/web/invalid.ts";
import { changeWorkshop } from "#app/workshops/commands.ts";
import { DeskPage } from "#app/workshops/desk-page.tsx";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-view.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { formOptions, formValues } from "#app/workshops/form-options.ts";
import { listLanguages, listThemeIds } from "#app/workshops/queries.ts";
import { WorkshopForm } from "#app/workshops/workshop-form.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, actor, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit, "workshop.change");
  const options = await formOptions(db, reachOf(actor, "workshop.change"), locale, localDate(at, workshop.zone));
  const themeIds = await listThemeIds(db, workshop.id);
  const workingLanguages = await listLanguages(db, workshop.id);
  return { frame, options, initial: formValues(workshop, { themeIds, workingLanguages }) };
});

export const action = guardedAction(
  "workshop.change",
  workshopForm,
  async ({ actor, trx, by, input, values, locale, params }) => {
    const workshop = await heldWorkshop(trx, { actor, params }, "workshop.change");
    const planner = { ...by, reach: reachOf(actor, "workshop.change") };
    const outcome = await changeWorkshop(
      trx,
      { workshop, sessions: await listSessionsOf(trx, [workshop.id]) },
      input,
      planner,
    );
    if (outcome.status === "refused") return invalid({ [outcome.field]: outcome.because }, values);
    return redirect(`/${locale}/desk/workshops/${outcome.code}?done=changed`);
  },
);

export default function DetailsPage() {
  const { frame, options, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <DeskPage {...frame} title={t("desk:tabs.details")}>
      <WorkshopForm {...options} initial={initial} submit={t("desk:details.submit")} />
    </DeskPage>
  );
}
