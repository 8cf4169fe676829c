import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dateOf, timeOf } from "#app/time/wall-time.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionChangeForm } from "#app/timetable/form.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { sessionChoices } from "#app/timetable/session/session-choices.ts";
import { SessionForm } from "#app/timetable/session/session-form.tsx";
import { sessionClocks, sessionErrors } from "#app/timetable/session/session-form-values.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const last = (await listSessionsOf(visit.db, [workshop.id])).at(-1);
  const date = last ? dateOf(last.startsLocal) : workshop.startsOn;
  const initial = {
    kind: "lecture",
    date,
    startsTime: last ? timeOf(last.endsLocal) : "09:00",
    endsTime: "",
    isCounted: "1",
    interpretation: "none",
  };
  const choices = await sessionChoices(visit, workshop, null);
  return { frame, clocks: sessionClocks(workshop, visit.t), choices, initial, told: await toldOf(visit, workshop) };
});

export const action = guardedAction("workshop.change", sessionChangeForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const before = await planToWithhold(trx, workshop.id, input);
  const outcome = await saveSession(trx, workshop, null, input, by);
  if (outcome.status === "refused")
    return refuse(invalid(sessionErrors(outcome, { ...visit, code: workshop.code }), values));
  await withholdChange(trx, { workshopId: workshop.id, before, reason: input.untoldReason }, by);
  return redirect(to.overview({ locale, code: workshop.code }, { done: "sessionSaved" }));
});

export default function NewSessionPage() {
  const { frame, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk:session.new")}>
      <h2 className="mb-4 text-xl">{t("desk:session.new")}</h2>
      <SessionForm {...form} submit={t("desk:session.save")} />
    </WorkshopFrame>
  );
}
