import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { heldPlan } from "#app/desk/timetable/planning.ts";
import { undoPostponement } from "#app/timetable/postponing/postponing.commands.ts";
import { findPostponement } from "#app/timetable/postponing/postponing.queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { toDesk } from "#app/workshops/desk-door.ts";
import { postponementUndoForm } from "./form.ts";
import { isAnyoneToldSince } from "./postponed-view.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", postponementUndoForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const planning = await heldPlan(visit);
  const { id, code } = planning.workshop;
  const last = await findPostponement(trx, id);
  const isTold = last !== null && (await isAnyoneToldSince(trx, id, last.postponedAt));
  const outcome = await undoPostponement(trx, planning, { id: input.id, isTold }, by);
  if (outcome.status === "refused") {
    const because = outcome.because === "misfits" || outcome.because === "over" ? "changed" : outcome.because;
    return refuse(redirect(to.overview({ locale, code }, { refused: `rests.${because}` })));
  }
  return redirect(to.overview({ locale, code }, { done: "postponementUndone" }));
});
