import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { removeDraft } from "./draft-removal.commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await removeDraft(trx, workshop, by);
  if (outcome !== "removed")
    return refuse(redirect(to.overview({ locale, code: workshop.code }, { refused: outcome })));
  return redirect(to.desk({ locale }, { removed: workshop.code }));
});
