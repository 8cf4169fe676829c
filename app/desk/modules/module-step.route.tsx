import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";
import { dropModule, moveModule } from "#app/workshops/modules/commands.ts";
import { moduleStepForm } from "#app/workshops/modules/form.ts";
import { moduleOf } from "./reached-module.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

export const action = guardedAction("workshop.change", moduleStepForm, async (visit) => {
  const { trx, by, input, locale, params } = visit;
  const workshop = await heldWorkshop(visit);
  const module = await moduleOf(trx, workshop.id, params);
  const back = (done: "moved" | "removed" | "used") => redirect(to.modules({ locale, code: workshop.code }, { done }));
  if (input.step !== "removal") {
    await moveModule(trx, workshop, module.id, { ...by, step: input.step });
    return back("moved");
  }
  const isUsed = (await listSessionsOf(trx, [workshop.id])).some(({ moduleId }) => moduleId === module.id);
  if (isUsed) return back("used");
  await dropModule(trx, workshop, module.id, by);
  return back("removed");
});
