import { redirect } from "@remix-run/node";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { noFields } from "#app/web/fields.ts";
import { guardedAction } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-view.ts";
import { removeSession } from "./removal.commands.ts";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async ({ actor, trx, by, locale, params }) => {
  const workshop = await heldWorkshop(trx, { actor, params }, "workshop.change");
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const outcome = await removeSession(trx, session, by);
  return redirect(
    `/${locale}/desk/workshops/${workshop.code}?${outcome === "removed" ? "done=sessionRemoved" : `refused=${outcome}`}`,
  );
});
