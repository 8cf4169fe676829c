import { redirect } from "@remix-run/node";
import { reachOf } from "#app/access/permissions.ts";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { emptyForm } from "./form.ts";
import { findWorkshop } from "./queries.ts";
import { removeSession } from "./sessions.commands.ts";
import { findSession, sessionNumber } from "./sessions.queries.ts";

export const loader = guardedLoader("workshop.change", async ({ locale, params }) =>
  redirect(`/${locale}/desk/workshops/${encodeURIComponent(params.code ?? "")}`),
);

export const action = guardedAction("workshop.change", emptyForm, async ({ actor, trx, at, locale, params }) => {
  const workshop = orNotFound(await findWorkshop(trx, params.code ?? "", reachOf(actor, "workshop.change")));
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const outcome = await removeSession(trx, session, { accountId: actor.accountId, at });
  return redirect(`/${locale}/desk/workshops/${workshop.code}?${outcome === "removed" ? "done=sessionRemoved" : "refused=hasMarks"}`);
});
