import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { teachingForm } from "#app/faculty/form.ts";
import { askStaff, releaseMember } from "#app/faculty/requests/asking.commands.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { heldWorkshop, toDesk } from "#app/workshops/desk-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

export const loader = toDesk;

/** Asks everybody who is proposed, or takes somebody out; the workshop's page shows what came of it. */
export const action = guardedAction("workshop.change", teachingForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const page = (query: Record<string, string>) => `${to.overview({ locale, code: workshop.code }, query)}#staff`;
  if (input.part === "release") {
    const isReleased = await releaseMember(trx, { workshopId: workshop.id, facultyId: input.facultyId }, by);
    return isReleased ? redirect(page({ done: "released" })) : refuse(redirect(page({ refused: "ask.gone" })));
  }
  const outcome = await askStaff(trx, workshop, by);
  if (outcome.status === "refused") return refuse(redirect(page({ refused: `ask.${outcome.because}` })));
  if (outcome.unreached.length === 0) return redirect(page({ done: "asked" }));
  return redirect(page({ ...(outcome.count ? { done: "asked" } : {}), refused: "ask.unreached" }));
});
