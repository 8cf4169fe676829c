import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { dateOf, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";
import type { SessionFacts } from "./facts.rules.ts";

type Times = Pick<SessionFacts, "startsLocal" | "endsLocal">;

const shiftedWall = (wall: WallTime, days: number) =>
  `${plusLocalDays(dateOf(wall), days)}T${timeOf(wall)}` as WallTime;

/** The same times on other days: what clocks on the wall show counts, whatever they are set to in between. */
export const shiftedTimes = ({ startsLocal, endsLocal }: Times, days: number): Times => ({
  startsLocal: shiftedWall(startsLocal, days),
  endsLocal: shiftedWall(endsLocal, days),
});

/** What begins with a session or after it. */
export const sessionsSince = <One extends { startsAt: string }>(sessions: readonly One[], first: One): One[] =>
  sessions.filter(({ startsAt }) => startsAt >= first.startsAt);

/**
 * The days of a workshop whose sessions move: both ends with the whole of it, else its last day. No session is left
 * outside of them.
 * @param next all sessions as they will be
 */
export function shiftedDays(
  { startsOn, endsOn }: PlannedDays,
  { days, isWhole, next }: { days: number; isWhole: boolean; next: readonly Times[] },
): PlannedDays {
  const dates = next.map(({ startsLocal }) => dateOf(startsLocal)).toSorted();
  const moved = { startsOn: isWhole ? plusLocalDays(startsOn, days) : startsOn, endsOn: plusLocalDays(endsOn, days) };
  const [first = moved.startsOn, last = moved.startsOn] = [dates[0], dates.at(-1)];
  const startsFirst = first < moved.startsOn ? first : moved.startsOn;
  const endsLast = last > moved.endsOn ? last : moved.endsOn;
  return { startsOn: startsFirst, endsOn: endsLast < startsFirst ? startsFirst : endsLast };
}

/** The days on which a session is held again: these weekdays (0 is Sunday) after its own, up to a last day. */
export function repeatDays(first: LocalDate, { weekdays, until }: { weekdays: readonly number[]; until: LocalDate }) {
  const days: LocalDate[] = [];
  for (let day = plusLocalDays(first, 1); day <= until && days.length < mostRepeats; day = plusLocalDays(day, 1))
    if (weekdays.includes(weekdayOf(day))) days.push(day);
  return days;
}

export const mostRepeats = 60;
