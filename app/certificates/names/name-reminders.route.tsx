import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { reachedId } from "#app/workshops/desk-door.ts";
import { remindOfNames } from "./names.commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** Whoever opens the address goes to the list that has the button. */
export const loader = guardedLoader("certificate.issue", async ({ locale, params }) =>
  redirect(to.certificates({ locale, code: params.code ?? "" })),
);

export const action = guardedAction("certificate.issue", noFields, async (visit) => {
  const workshop = await reachedId(visit);
  const reminded = await remindOfNames(visit.trx, workshop.id, visit.by);
  return redirect(to.certificates({ locale: visit.locale, code: workshop.code }, { reminded }));
});
