import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { publishCall } from "#app/nominations/call/commands.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { code } = workshop;
  const outcome = await publishCall(trx, workshop, by);
  if (outcome.status === "refused") return refuse(redirect(to.call({ locale, code }, { refused: outcome.because })));
  return redirect(to.call({ locale, code }, { done: "published" }));
});
