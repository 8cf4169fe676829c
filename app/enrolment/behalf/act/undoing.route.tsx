import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { undoForm } from "#app/enrolment/behalf/form.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { reachedId } from "#app/workshops/desk-door.ts";
import { undoAct } from "./undo.commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = guardedLoader("participant.change", async ({ locale, params }) =>
  redirect(to.participants({ locale, code: params.code ?? "" })),
);

/** Takes back what a coordinator has just done for somebody. */
export const action = guardedAction("participant.change", undoForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const { id: workshopId, code } = await reachedId(visit);
  const outcome = await undoAct(trx, { actId: input.act, workshopId }, by);
  if (outcome.status === "undone") return redirect(to.participants({ locale, code }, { act: input.act }));
  orNotFound(outcome.because === "missing" ? null : outcome);
  return refuse(redirect(to.participants({ locale, code }, { act: input.act, refused: outcome.because })));
});
