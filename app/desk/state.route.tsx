import { redirect } from "@remix-run/node";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { guardedAction } from "#app/web/form-door.ts";
import { changeState } from "#app/workshops/commands.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-view.ts";
import { stateForm } from "#app/workshops/form.ts";

export const loader = toDesk;

export const action = guardedAction("workshop.change", stateForm, async ({ actor, trx, by, input, locale, params }) => {
  const workshop = await heldWorkshop(trx, { actor, params }, "workshop.change");
  const page = `/${locale}/desk/workshops/${workshop.code}`;
  const outcome = await changeState(
    trx,
    { workshop, sessions: await listSessionsOf(trx, [workshop.id]) },
    input.to,
    by,
  );
  return redirect(outcome.status === "changed" ? `${page}?done=stateChanged` : `${page}?refused=${outcome.because}`);
});
