import { countMarksBySession } from "#app/attendance/queries.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Misfit } from "#app/timetable/plan/misfits.rules.ts";
import type { Planning, PlanOutcome } from "#app/timetable/plan/plan.commands.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { sessionErrors } from "#app/timetable/session/session-form-values.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Writing } from "#app/web/doors/door.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import { heldWorkshop } from "#app/workshops/desk-door.ts";
import type { Untold } from "#app/workshops/form.ts";
import type { Id } from "#db/id.ts";
import { isOnlyAsked } from "./shift/hour-answers.ts";

/** The workshop of an address, held, with all its sessions. */
export async function heldPlan(visit: Pick<Writing, "trx" | "reach" | "params">): Promise<Planning> {
  const workshop = await heldWorkshop(visit);
  const sessions = await listSessionsOf(visit.trx, [workshop.id]);
  return { workshop, sessions, countMarks: countMarksBySession };
}

/** Changes a plan, and notes where nobody is to be told of it. */
export async function writeWithheld(
  { trx, by }: Pick<Writing, "trx" | "by">,
  { workshop, untold }: { workshop: Planning["workshop"]; untold: Untold },
  write: () => Promise<PlanOutcome>,
): Promise<PlanOutcome> {
  const before = await planToWithhold(trx, workshop.id, untold);
  const outcome = await write();
  if (outcome.status === "saved")
    await withholdChange(trx, { workshopId: workshop.id, before, reason: untold.untoldReason }, by);
  return outcome;
}

/** The sessions that are new, or are held at another time or place than before. */
export function movedSessions(before: readonly Session[], after: readonly Session[]): Id<"session">[] {
  const former = new Map(before.map((session) => [session.id, bookingOf(session)]));
  return after.filter((session) => former.get(session.id) !== bookingOf(session)).map(({ id }) => id);
}

const bookingOf = ({ startsAt, endsAt, venueId, roomId }: Session) => [startsAt, endsAt, venueId, roomId].join(" ");

/** What is said where a plan is refused as a whole: what is asked, if nothing else is in the way. */
export function refusedText(outcome: Extract<PlanOutcome, { status: "refused" }>): FormMessage {
  if (outcome.because === "over") return "desk:refused.over";
  return isOnlyAsked(outcome.misfits) ? "desk:form.session.twice" : "timetable:shift.misfits";
}

type Page = { code: string; locale: Locale; t: Translator };

/** What is said of a session that cannot be as it would be, by the field of its form; null where the other is new. */
export function misfitErrors(misfit: Misfit, sessions: readonly Session[], page: Page): FieldErrors | null {
  if (misfit.because !== "clash") return sessionErrors({ status: "refused", because: misfit.because }, page);
  const heldThen = sessions.find(({ id }) => id === misfit.otherId);
  return heldThen ? sessionErrors({ status: "refused", because: "clash", heldThen }, page) : null;
}
