import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { informedCount } from "#app/workshops/rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { SessionForm } from "./session-form.tsx";
import { sessionClocks, sessionError, sessionValues } from "./session-form-values.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(visit.db, workshop.id, sessionNumber(visit.params.n)));
  const initial = sessionValues(session);
  const clocks = sessionClocks(workshop, visit.t);
  return { frame, number: session.number, clocks, initial, informed: informedCount(workshop) };
});

export const action = guardedEdit("workshop.change", sessionForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, session: orNotFound(await findSession(visit.trx, workshop.id, sessionNumber(visit.params.n))) };
  },
  stored: async (_, { session }) => sessionValues(session),
  record: (_, { session }) => ({ actions: ["session.changed"], subjectId: session.id }),
  async save({ trx, by, input, values, locale }, { workshop, session }) {
    const outcome = await saveSession(trx, workshop, session, input, by);
    if (outcome.status === "refused") return refuse(invalid(sessionError(outcome.because), values));
    return redirect(to.overview({ locale, code: workshop.code }, { done: "sessionSaved" }));
  },
});

export default function SessionPage() {
  const { frame, number, ...form } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const heading = t("desk:session.edit", { number });
  return (
    <WorkshopFrame {...frame} isWithin title={heading}>
      <h2 className="mb-4 text-xl">{heading}</h2>
      <SessionForm {...form} submit={t("desk:session.save")} />
      <PressForm action={to.sessionRemoval({ locale, code: frame.workshop.code, n: number })} className="mt-10">
        <details>
          <summary className="link cursor-pointer py-2 text-bad">{t("desk:session.remove")}</summary>
          <p className="my-2">{t("desk:session.removeHint")}</p>
          {form.informed ? <p className="my-2">{t("desk:telling.title", { count: form.informed })}</p> : null}
          <Button look="grave">{t("desk:session.removeConfirm")}</Button>
        </details>
      </PressForm>
    </WorkshopFrame>
  );
}
