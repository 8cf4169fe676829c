import { redirect } from "@remix-run/node";
import { noFields } from "#app/web/fields.ts";
import { guardedAction } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { countApplication } from "./application-limit.ts";
import { enrol } from "./commands.ts";
import { toWorkshop } from "./to-workshop.ts";

export const loader = toWorkshop;

export const action = guardedAction(
  "enrolment.create",
  noFields,
  async ({ actor, at, trx, by, params, locale, context }) => {
    await countApplication({ trx, actor, at, context });
    const workshop = orNotFound(await findWorkshopId(trx, params.code ?? "", "public"));
    const outcome = await enrol(trx, { personId: actor.personId, workshopId: workshop.id }, by);
    return outcome.status === "refused"
      ? redirect(`/${locale}/workshops/${workshop.code}?refused=${outcome.because}`)
      : redirect(`/${locale}/me?done=${outcome.status}&workshop=${workshop.code}`);
  },
);
