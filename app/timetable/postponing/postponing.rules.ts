import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { shiftedTimes } from "#app/timetable/plan/shift.rules.ts";
import type { RepeatedHours, WallTimes } from "#app/timetable/rules.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";

/** A session as it stood before a workshop was postponed. */
export type FormerSession = Pick<WallTimes, "startsLocal" | "endsLocal"> & RepeatedHours & { id: string };

/** Years away is a slip of the pen. */
const mostDays = 3 * 366;

export type PostponingProblem = "notLater" | "tooFar";

/** What speaks against another first day; null where a workshop can be postponed to it. */
export function postponingProblem(days: number): PostponingProblem | null {
  if (days <= 0) return "notLater";
  return days > mostDays ? "tooFar" : null;
}

/** The first days that are offered beside any other: the same weekday, so many weeks later. */
export const offeredWeeks = [1, 2, 4] as const;
export const weeksLater = (startsOn: LocalDate, weeks: number): LocalDate => plusLocalDays(startsOn, 7 * weeks);

type Held = Pick<FormerSession, "id" | "startsLocal" | "endsLocal">;
type Postponed = PlannedDays & { days: number; sessions: readonly Held[] };
type Standing = PlannedDays & { sessions: readonly Held[] };

/** Whether a plan stands as a postponement has left it: nothing was planned on top of it. */
function standsAsPostponed({ days, sessions, ...former }: Postponed, now: Standing): boolean {
  const isMoved = (before: LocalDate, after: LocalDate) => plusLocalDays(before, days) === after;
  if (!isMoved(former.startsOn, now.startsOn) || !isMoved(former.endsOn, now.endsOn)) return false;
  if (sessions.length !== now.sessions.length) return false;
  const standing = new Map(now.sessions.map((session) => [session.id, session]));
  return sessions.every((session) => {
    const one = standing.get(session.id);
    const { startsLocal, endsLocal } = shiftedTimes(session, days);
    return one !== undefined && one.startsLocal === startsLocal && one.endsLocal === endsLocal;
  });
}

/** `changed`: something was planned since. `told`: people count on the new days. `past`: the former ones have come. */
export type RestsOn = "changed" | "told" | "past";

/** What rests on a postponement, so that it is not taken back; null where nothing does. */
export function restsOn(last: Postponed, now: Standing & { isTold: boolean; today: LocalDate }): RestsOn | null {
  if (!standsAsPostponed(last, now)) return "changed";
  if (now.isTold) return "told";
  return last.startsOn <= now.today ? "past" : null;
}
