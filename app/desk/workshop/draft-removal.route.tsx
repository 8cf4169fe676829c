import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { dropDossier } from "#app/dossier/tasks/tasks.commands.ts";
import { removeDraft } from "#app/enrolment/draft-removal.commands.ts";
import { dropMaterials } from "#app/materials/commands.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale } = visit;
  const workshop = await heldWorkshop(visit);
  if (workshop.state === "draft") {
    await dropMaterials(trx, workshop, by);
    await dropDossier(trx, workshop.id);
  }
  const outcome = await removeDraft(trx, workshop, by);
  if (outcome !== "removed")
    return refuse(redirect(to.overview({ locale, code: workshop.code }, { refused: outcome })));
  return redirect(to.desk({ locale }, { removed: workshop.code }));
});
