import { dateOf, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";

/** What arrows and fingers move by. */
export const stepMinutes = 15;

/** In days and minutes on the session's own clock; its begin alone, or its end. */
export type Move = { days?: number; minutes?: number; startBy?: number; endBy?: number };

type Times = Pick<PlannedFacts, "startsLocal" | "endsLocal" | "startsHour" | "endsHour">;

const asMinutes = (wall: WallTime) => Date.parse(`${wall}:00Z`) / 60_000;
const asWall = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 16) as WallTime;

/** Moves on the clock on the wall: 10:00 stays 10:00, whatever clocks are set to in between. */
export function movedFacts<Facts extends Times>(facts: Facts, move: Move): Facts {
  const { days = 0, minutes = 0, startBy = 0, endBy = 0 } = move;
  const by = days * 1440 + minutes;
  const [from, to] = [asMinutes(facts.startsLocal) + by, asMinutes(facts.endsLocal) + by];
  const least = Math.min(stepMinutes, to - from);
  const starts = Math.min(from + startBy, to - least);
  const ends = Math.max(to + endBy, starts + least);
  return retimed(facts, { startsLocal: asWall(starts), endsLocal: asWall(ends) });
}

/** At other times: what was said of an hour that clocks show twice counts for that hour alone. */
export const retimed = <Facts extends Times>(facts: Facts, times: Pick<Times, "startsLocal" | "endsLocal">): Facts => ({
  ...facts,
  ...times,
  startsHour: times.startsLocal === facts.startsLocal ? facts.startsHour : null,
  endsHour: times.endsLocal === facts.endsLocal ? facts.endsHour : null,
});

/** A wall time by the minutes since its day's midnight, which may be more than a day has. */
export const wallAt = (day: LocalDate, minutes: number): WallTime =>
  `${plusLocalDays(day, Math.floor(minutes / 1440))}T${timeOf(asWall(((minutes % 1440) + 1440) % 1440))}`;

export const lengthOf = ({ startsLocal, endsLocal }: Times) => asMinutes(endsLocal) - asMinutes(startsLocal);

/**
 * Moves what stands in the way out of it: each session of the same day begins where the one before ends, and keeps its
 * length. @returns the sessions that had to move; null where the day has no room for them
 */
export function roomMadeFor(placed: readonly PlannedFacts[], resting: readonly PlannedFacts[]): PlannedFacts[] | null {
  const taken = placed.map(({ startsLocal, endsLocal }) => ({
    from: asMinutes(startsLocal),
    to: asMinutes(endsLocal),
  }));
  const days = new Set(placed.map(({ startsLocal }) => dateOf(startsLocal)));
  const inDay = resting.filter(({ startsLocal }) => days.has(dateOf(startsLocal)));
  const moved: PlannedFacts[] = [];
  for (const session of inDay.toSorted((a, b) => a.startsLocal.localeCompare(b.startsLocal))) {
    const length = lengthOf(session);
    let from = asMinutes(session.startsLocal);
    const meeting = () => taken.find((other) => other.from < from + length && from < other.to);
    for (let other = meeting(); other; other = meeting()) from = other.to;
    taken.push({ from, to: from + length });
    const next = retimed(session, { startsLocal: asWall(from), endsLocal: asWall(from + length) });
    if (dateOf(next.startsLocal) !== dateOf(session.startsLocal)) return null;
    if (next.startsLocal !== session.startsLocal) moved.push(next);
  }
  return moved;
}
