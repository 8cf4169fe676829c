import { redirect } from "@remix-run/node";
import { reachOf } from "#app/access/permissions.ts";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { completeWorkshop } from "./commands.ts";
import { completionForm } from "./form.ts";

export const loader = guardedLoader("workshop.change", async ({ locale, params }) =>
  redirect(`/${locale}/desk/workshops/${encodeURIComponent(params.code ?? "")}`),
);

export const action = guardedAction("workshop.change", completionForm, async ({ actor, trx, at, locale, params }) => {
  const workshop = orNotFound(await findWorkshop(trx, params.code ?? "", reachOf(actor, "workshop.change")));
  const outcome = await completeWorkshop(trx, workshop, { accountId: actor.accountId, at });
  const page = `/${locale}/desk/workshops/${workshop.code}`;
  return redirect(outcome.status === "changed" ? `${page}/certificates?done=completed` : `${page}?refused=${outcome.because}`);
});
