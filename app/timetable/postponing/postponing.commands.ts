import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { daysBetween, type LocalDate, localDate } from "#app/time/wall-time.ts";
import { type Planning, type PlanOutcome, writePlan } from "#app/timetable/plan/plan.commands.ts";
import { type Shift, shiftPlan } from "#app/timetable/plan/shift.ts";
import { changeDays, tellOnceQuiet } from "#app/workshops/commands.ts";
import { postponeMilestones, restoreMilestones } from "#app/workshops/life/commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type FormerStanding, findPostponement } from "./postponing.queries.ts";
import {
  type FormerSession,
  type PostponingProblem,
  postponingProblem,
  type RestsOn,
  restsOn,
} from "./postponing.rules.ts";

/** The new first day, and why; `hours`: which of two hours is meant, by session. */
type Postponing = { to: LocalDate; reason: string } & Pick<Shift, "hours">;

type PostponingOutcome = PlanOutcome | { status: "refused"; because: PostponingProblem };

/**
 * Holds a whole workshop on later days, in one act: its sessions keep the hours that their clocks show, its days and
 * the steps that it is still to take by itself move along. Whoever knows the plan is told once, and why.
 */
export async function postpone(
  trx: Writer,
  planning: Planning,
  { to, reason, hours = new Map() }: Postponing,
  by: By,
): Promise<PostponingOutcome> {
  const { workshop, sessions } = planning;
  const { id: workshopId, startsOn, endsOn } = workshop;
  if (!mayNow("postpone", workshop, by.at)) return { status: "refused", because: "over" };
  const problem = postponingProblem(daysBetween(startsOn, to));
  if (problem) return { status: "refused", because: problem };
  const plan = shiftPlan({ workshop, sessions, marks: new Map() }, { first: null, to, hours });
  await changeDays(trx, workshop, plan.days, by);
  const outcome = await writePlan(
    trx,
    { ...planning, workshop: { ...workshop, ...plan.days } },
    { changed: plan.moved },
    by,
  );
  if (outcome.status === "refused") return outcome;
  const former: FormerStanding = {
    sessions: sessions.map((session) => ({ id: session.id, ...timesOf(session) })),
    milestones: await postponeMilestones(trx, workshop, plan.by),
  };
  await trx
    .insertInto("postponement")
    .values({
      ...{ id: newId(), workshopId, days: plan.by, startsOn, endsOn, reason },
      former: JSON.stringify(former),
      postponedAt: by.at,
    })
    .execute();
  // also where no session is planned, of which anybody would be told
  await tellOnceQuiet(trx, workshop, by.at);
  const details = { from: startsOn, to: plan.days.startsOn, reason };
  await audit(trx, by.at, { accountId: by.accountId, action: "workshop.postponed", subjectId: workshopId, details });
  return outcome;
}

const timesOf = ({ startsLocal, endsLocal, startsHour, endsHour }: Omit<FormerSession, "id">) => ({
  ...{ startsLocal, endsLocal, startsHour, endsHour },
});

type UndoOutcome = PlanOutcome | { status: "refused"; because: RestsOn | "gone" };

/**
 * Takes a postponement back, as long as nothing rests on it: everything stands as it did before.
 * @param isTold whether anybody was told of the new days
 */
export async function undoPostponement(
  trx: Writer,
  planning: Planning,
  { id, isTold }: { id: string; isTold: boolean },
  by: By,
): Promise<UndoOutcome> {
  const { workshop, sessions } = planning;
  const last = await findPostponement(trx, workshop.id);
  if (last?.id !== id) return { status: "refused", because: "gone" };
  const today = localDate(by.at, workshop.zone);
  const because = restsOn({ ...last, sessions: last.former.sessions }, { ...workshop, sessions, isTold, today });
  if (because) return { status: "refused", because };
  const days = { startsOn: last.startsOn, endsOn: last.endsOn };
  await changeDays(trx, workshop, days, by);
  const before = new Map(last.former.sessions.map((session) => [session.id, session]));
  const changed = sessions.map((session) => ({
    session,
    facts: { ...session, ...timesOf(before.get(session.id) ?? session) },
  }));
  const outcome = await writePlan(trx, { ...planning, workshop: { ...workshop, ...days } }, { changed }, by);
  if (outcome.status === "refused") return outcome;
  await restoreMilestones(trx, workshop, last.former.milestones);
  await trx.deleteFrom("postponement").where("id", "=", last.id).execute();
  const details = { from: workshop.startsOn, to: last.startsOn };
  const action = "workshop.postponementUndone";
  await audit(trx, by.at, { accountId: by.accountId, action, subjectId: workshop.id, details });
  return outcome;
}

/** With a draft go its postponements. Only the enrolment room calls it: it knows whether anybody has a place. */
export const dropPostponements = (trx: Writer, workshopId: Id<"workshop">) =>
  trx.deleteFrom("postponement").where("workshopId", "=", workshopId).execute();
