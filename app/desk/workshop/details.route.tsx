import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { countIssued } from "#app/attendance/queries.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { changeWorkshop } from "#app/workshops/commands.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { workshopChangeForm } from "#app/workshops/form.ts";
import { formOptions, workshopFormValues } from "#app/workshops/plan/form-options.ts";
import { WorkshopForm } from "#app/workshops/plan/workshop-form.tsx";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, reach, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const options = await formOptions(db, reach, { locale, today: localDate(at, workshop.zone), stored: workshop });
  const initial = await workshopFormValues(db, workshop);
  const issued = await countIssued(db, workshop.id);
  return { frame, options, initial, told: await toldOf(visit, workshop), issued };
});

export const action = guardedEdit("workshop.change", workshopChangeForm, {
  hold: heldWorkshop,
  stored: ({ trx }, workshop) => workshopFormValues(trx, workshop),
  record: (_, { id }) => ({ actions: ["workshop.changed"], subjectId: id }),
  async save({ trx, by, reach, input, values, locale }, workshop) {
    const plan = { workshop, sessions: await listSessionsOf(trx, [workshop.id]) };
    const before = await planToWithhold(trx, workshop.id, input);
    const outcome = await changeWorkshop(trx, plan, input, { ...by, reach });
    if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
    await withholdChange(trx, { workshopId: workshop.id, before, reason: input.untoldReason }, by);
    return redirect(to.overview({ locale, code: outcome.code }, { done: "changed" }));
  },
});

export default function DetailsPage() {
  const { frame, options, issued, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <WorkshopFrame {...frame} title={t("desk:tabs.details")}>
      {issued ? (
        <Notice isStanding tone="warn" title={t("desk:details.issued", { count: issued })}>
          {t("desk:details.issuedText")}
        </Notice>
      ) : null}
      <WorkshopForm {...options} {...form} submit={t("desk:details.submit")} />
    </WorkshopFrame>
  );
}
