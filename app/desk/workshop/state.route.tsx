import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { freezePlan } from "#app/enrolment/told/original.commands.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { changeState } from "#app/workshops/commands.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { stateForm } from "#app/workshops/form.ts";
import { isUnnoticedByAll } from "./unnoticed.queries.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", stateForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { code } = workshop;
  // whoever closed it meanwhile is not undone by somebody who saw it published
  if (input.from && input.from !== workshop.state)
    return refuse(redirect(to.overview({ locale, code }, { refused: "notFromHere" })));
  const plan = { workshop, sessions: await listSessionsOf(trx, [workshop.id]) };
  const isUnnoticed = workshop.state === "cancelled" && (await isUnnoticedByAll(trx, workshop.id));
  const outcome = await changeState(trx, { ...plan, isUnnoticed }, input.to, by);
  if (outcome.status === "refused")
    return refuse(redirect(to.overview({ locale, code }, { refused: outcome.because })));
  if (input.to === "published") await freezePlan(trx, workshop.id, by.at);
  return redirect(to.overview({ locale, code }, { done: "stateChanged" }));
});
