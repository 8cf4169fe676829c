import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { SessionForm } from "./session-form.tsx";
import { sessionClocks, sessionErrors, sessionValues } from "./session-form-values.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(visit.db, workshop.id, sessionNumber(visit.params.n)));
  const initial = sessionValues(session);
  return { frame, number: session.number, clocks: sessionClocks(workshop, visit.t), initial };
});

export const action = guardedAction("workshop.change", sessionForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const workshop = await heldWorkshop(visit);
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const outcome = await saveSession(trx, workshop, session, input, by);
  if (outcome.status === "refused")
    return refuse(invalid(sessionErrors(outcome, { ...visit, code: workshop.code }), values));
  return redirect(to.overview({ locale, code: workshop.code }, { done: "sessionSaved" }));
});

export default function SessionPage() {
  const { frame, number, clocks, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const heading = t("desk:session.edit", { number });
  return (
    <WorkshopFrame {...frame} isWithin title={heading}>
      <h2 className="mb-4 text-xl">{heading}</h2>
      <SessionForm clocks={clocks} initial={initial} submit={t("desk:session.save")} />
      <form
        method="post"
        action={to.sessionRemoval({ locale, code: frame.workshop.code, n: number })}
        className="mt-10"
      >
        <details>
          <summary className="link cursor-pointer py-2 text-bad">{t("desk:session.remove")}</summary>
          <p className="my-2">{t("desk:session.removeHint")}</p>
          <Button look="grave">{t("desk:session.removeConfirm")}</Button>
        </details>
      </form>
    </WorkshopFrame>
  );
}
