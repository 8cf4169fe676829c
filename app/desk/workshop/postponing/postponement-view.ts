import { countMarksBySession } from "#app/attendance/queries.ts";
import { type ClashView, clashViews } from "#app/clashes/clash-view.ts";
import { findForeseenClashes } from "#app/clashes/foreseen.queries.ts";
import { isOnlyAsked } from "#app/desk/timetable/shift/hour-answers.ts";
import { movedView } from "#app/desk/timetable/shift/moved-view.ts";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { gridWords } from "#app/timetable/grid/words/grid-words.ts";
import { type ShiftPlan, shiftPlan } from "#app/timetable/plan/shift.ts";
import { postponingProblem } from "#app/timetable/postponing/postponing.rules.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { isStepReached } from "#app/workshops/life/life.rules.ts";
import { listMilestones } from "#app/workshops/life/queries.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";

type Page = Pick<Reading, "db" | "reach" | "locale" | "t" | "actor">;
type Plan = { workshop: WholeWorkshop; sessions: readonly Session[] };

/** What would come of it if a workshop began on this day; nothing is written. */
export async function postponementView(page: Page, { workshop, sessions }: Plan, to: LocalDate) {
  const { db, locale, t, actor } = page;
  const marks = await countMarksBySession(
    db,
    sessions.map(({ id }) => id),
  );
  const plan = shiftPlan({ workshop, sessions, marks }, { first: null, to });
  const problem = postponingProblem(plan.by);
  if (problem) return { problem, preview: null };
  const words = gridWords(t, locale, gridClocks(workshop.zone, actor.zone));
  const showing = { sessions, misfits: plan.misfits, words, page: { code: workshop.code, locale, t } };
  return {
    problem,
    preview: {
      by: plan.by,
      hasProblem: plan.misfits.length > 0 && !isOnlyAsked(plan.misfits),
      period: {
        before: formatPeriod(locale, workshop.startsOn, workshop.endsOn),
        after: formatPeriod(locale, plan.days.startsOn, plan.days.endsOn),
      },
      milestones: await movedMilestones(page, workshop, plan.by),
      clashes: plan.misfits.length ? [] : await foreseen(page, plan),
      rows: plan.moved.map(({ session, facts }) => movedView({ key: session.id, session, facts }, showing)),
    },
  };
}

/** The days of enrolment that are still to come, and where they go. */
async function movedMilestones({ db, locale }: Page, { id, state }: WholeWorkshop, days: number) {
  return (await listMilestones(db, id)).flatMap(({ step, dueOn }) =>
    step === "running" || dueOn === null || isStepReached(state, step)
      ? []
      : [{ step, before: formatDate(locale, dueOn), after: formatDate(locale, plusLocalDays(dueOn, days)) }],
  );
}

/** What would be in the way of its sessions then. */
async function foreseen(page: Page, { moved }: ShiftPlan): Promise<ClashView[]> {
  const times = moved.flatMap(({ session, facts }) => {
    const [startsAt, endsAt] = [facts.startsLocal, facts.endsLocal].map((wall) => wallToInstant(wall, facts.zone));
    const { startsLocal, endsLocal } = facts;
    return startsAt && endsAt ? [{ id: session.id, startsLocal, endsLocal, startsAt, endsAt }] : [];
  });
  const { clashes, placed } = await findForeseenClashes(page.db, {
    now: moved.map(({ session }) => session),
    moved: times,
  });
  return clashViews(page, clashes, placed);
}
