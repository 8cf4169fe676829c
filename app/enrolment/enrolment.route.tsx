import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { noFields } from "#app/web/fields.ts";
import { guardedAction } from "#app/web/form-door.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { countApplication, refuseApplication } from "./application-limit.ts";
import { enrol } from "./commands.ts";
import { toWorkshop } from "./to-workshop.ts";

export const loader = toWorkshop;

export const action = guardedAction("enrolment.create", noFields, async (visit) => {
  const { actor, trx, by, params, locale } = visit;
  await countApplication(trx, visit);
  const workshop = orNotFound(await findWorkshopId(trx, params.code ?? "", "public"));
  const outcome = await enrol(trx, { personId: actor.personId, workshopId: workshop.id }, by);
  if (outcome.status === "refused")
    return refuseApplication(
      redirect(to.workshop({ locale, code: workshop.code }, { refused: outcome.because })),
      visit,
    );
  return redirect(to.me({ locale }, { done: outcome.status, workshop: workshop.code }));
});
