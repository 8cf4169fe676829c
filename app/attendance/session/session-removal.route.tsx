import { redirect } from "@remix-run/node";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { hasUntoldReason, untoldFields } from "#app/workshops/form.ts";
import { removeSession } from "./removal.commands.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

const removalForm = z.object({ isRemovalUntold: untoldFields.isUntold, removalReason: untoldFields.untoldReason });

export const action = guardedAction("workshop.change", removalForm, async (visit) => {
  const { trx, by, locale, params, input } = visit;
  const untold = { isUntold: input.isRemovalUntold, untoldReason: input.removalReason };
  const workshop = await heldWorkshop(visit);
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  if (!hasUntoldReason(untold))
    return refuse(redirect(to.overview({ locale, code: workshop.code }, { refused: "noUntoldReason" })));
  const before = await planToWithhold(trx, workshop.id, untold);
  const outcome = await removeSession(trx, workshop, session, by);
  const { code } = workshop;
  if (outcome !== "removed") return refuse(redirect(to.overview({ locale, code }, { refused: outcome })));
  await withholdChange(trx, { workshopId: workshop.id, before, reason: untold.untoldReason }, by);
  return redirect(to.overview({ locale, code }, { done: "sessionRemoved" }));
});
