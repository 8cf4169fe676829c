import { redirect } from "@remix-run/node";
import { reachOf } from "#app/access/permissions.ts";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { changeState } from "./commands.ts";
import { stateForm } from "./form.ts";
import { findWorkshop } from "./queries.ts";

export const loader = guardedLoader("workshop.change", async ({ locale, params }) =>
  redirect(`/${locale}/desk/workshops/${encodeURIComponent(params.code ?? "")}`),
);

/** Completion has an address of its own: it also settles who has completed. */
export const action = guardedAction("workshop.change", stateForm, async ({ actor, trx, input, at, locale, params }) => {
  const workshop = orNotFound(await findWorkshop(trx, params.code ?? "", reachOf(actor, "workshop.change")));
  const page = `/${locale}/desk/workshops/${workshop.code}`;
  if (input.to === "completed") return redirect(`${page}?refused=notFromHere`);
  const outcome = await changeState(trx, workshop, input.to, { accountId: actor.accountId, at });
  return redirect(outcome.status === "changed" ? `${page}?done=stateChanged` : `${page}?refused=${outcome.because}`);
});
