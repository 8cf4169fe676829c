import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { completeWorkshop } from "./commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await completeWorkshop(trx, workshop, by);
  const { code } = workshop;
  if (outcome.status === "refused")
    return refuse(redirect(to.overview({ locale, code }, { refused: outcome.because })));
  return redirect(to.certificates({ locale, code }, { done: "completed" }));
});
