import { redirect } from "@remix-run/node";
import { noFields } from "#app/web/fields.ts";
import { guardedAction } from "#app/web/form-door.ts";
import { reachedWorkshop, toDesk } from "#app/workshops/desk-view.ts";
import { completeWorkshop } from "./commands.ts";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async ({ actor, trx, by, locale, params }) => {
  const workshop = await reachedWorkshop(trx, { actor, params }, "workshop.change");
  const outcome = await completeWorkshop(trx, workshop, by);
  const page = `/${locale}/desk/workshops/${workshop.code}`;
  return redirect(
    outcome.status === "changed" ? `${page}/certificates?done=completed` : `${page}?refused=${outcome.because}`,
  );
});
