import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { refuse } from "#app/web/doors/door.ts";
import { type Acting, guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { countApplication } from "./application-limit.ts";
import { toWorkshop } from "./to-workshop.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toWorkshop;

export const action = guardedAction("enrolment.create", noFields, place, countApplication);

async function place({ actor, trx, by, params, locale }: Acting<object>) {
  const code = (params.code ?? "").toUpperCase();
  const outcome = await enrol(trx, { personId: actor.personId, publicCode: code }, by);
  if (outcome.status !== "refused") return redirect(to.me({ locale }, { done: outcome.status, workshop: code }));
  if (outcome.because === "noSuchWorkshop") throw new Response(null, { status: 404 });
  return refuse(redirect(to.workshop({ locale, code }, { refused: outcome.because })));
}
