import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { emptyForm } from "#app/workshops/form.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { enrol } from "./commands.ts";

/** Enrolling is a form on the workshop's page: whoever comes here by address, or after signing in, goes there. */
export const loader = guardedLoader("own.read", async ({ locale, params }) =>
  redirect(`/${locale}/workshops/${encodeURIComponent(params.code ?? "")}`),
);

export const action = guardedAction("enrolment.create", emptyForm, async ({ actor, at, trx, params, locale }) => {
  const workshop = orNotFound(await findWorkshop(trx, params.code ?? "", "public"));
  const outcome = await enrol(trx, { personId: actor.personId, accountId: actor.accountId, workshopId: workshop.id, at });
  return outcome.status === "refused"
    ? redirect(`/${locale}/workshops/${workshop.code}?refused=${outcome.because}`)
    : redirect(`/${locale}/me?done=${outcome.status}&workshop=${workshop.code}`);
});
