import { dateOf, daysBetween, type LocalDate } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { RepeatedHours } from "#app/timetable/rules.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";
import type { SessionFacts } from "./facts.rules.ts";
import { type Misfit, placePlan } from "./misfits.rules.ts";
import { sessionsSince, shiftedDays, shiftedTimes } from "./shift.rules.ts";

/** What moves: everything from this session on, or the whole workshop; and the day to which its first day goes. */
export type Shift = {
  first: Session | null;
  to: LocalDate;
  /** Which of two hours is meant, by session. */
  hours?: ReadonlyMap<string, RepeatedHours>;
};

export type ShiftPlan = {
  days: PlannedDays;
  /** By how many days. */
  by: number;
  moved: { session: Session; facts: SessionFacts }[];
  misfits: Misfit[];
};

type Shifting = {
  workshop: PlannedDays;
  sessions: readonly Session[];
  marks: ReadonlyMap<Id<"session">, number>;
};

/** What a shift would do, before it is done. */
export function shiftPlan({ workshop, sessions, marks }: Shifting, { first, to, hours }: Shift): ShiftPlan {
  const by = daysBetween(first ? dateOf(first.startsLocal) : workshop.startsOn, to);
  const moved = (first ? sessionsSince(sessions, first) : sessions).map((session) => ({
    session,
    facts: { ...session, ...shiftedTimes(session, by), ...hours?.get(session.id) },
  }));
  const factsOf = new Map(moved.map(({ session, facts }) => [session.id, facts]));
  const next = sessions.map((session) => factsOf.get(session.id) ?? session);
  const days = shiftedDays(workshop, { days: by, isWhole: first === null, next });
  const marked = new Map(sessions.filter(({ id }) => marks.has(id)).map((session) => [session.id as string, session]));
  const { misfits } = placePlan({ next, days, touched: new Set(factsOf.keys()), marked });
  return { days, by, moved, misfits: by === 0 ? [] : misfits };
}
