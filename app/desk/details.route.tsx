import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { invalid } from "#app/web/invalid.ts";
import { changeWorkshop } from "#app/workshops/commands.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-view.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { formOptions, formValues } from "#app/workshops/form-options.ts";
import { listThemeIds } from "#app/workshops/queries.ts";
import { WorkshopForm } from "#app/workshops/workshop-form.tsx";
import { WorkshopFrame } from "#app/workshops/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, actor, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit, "workshop.change");
  const options = await formOptions(db, reachOf(actor, "workshop.change"), locale, localDate(at, workshop.zone));
  return { frame, options, initial: formValues(workshop, await listThemeIds(db, workshop.id)) };
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
    <WorkshopFrame {...frame} title={t("desk:tabs.details")}>
      <WorkshopForm {...options} initial={initial} submit={t("desk:details.submit")} />
    </WorkshopFrame>
  );
}
