import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { noFields } from "#app/web/fields.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { removeSession } from "./removal.commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale, params } = visit;
  const workshop = await heldWorkshop(visit);
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const outcome = await removeSession(trx, workshop, session, by);
  const { code } = workshop;
  if (outcome !== "removed") return refuse(redirect(to.overview({ locale, code }, { refused: outcome })));
  return redirect(to.overview({ locale, code }, { done: "sessionRemoved" }));
});
