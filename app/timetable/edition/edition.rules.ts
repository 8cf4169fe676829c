import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { daysBetween, type LocalDate, plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionFacts } from "#app/timetable/plan/facts.rules.ts";
import { shiftedTimes } from "#app/timetable/plan/shift.rules.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";

/** What a new edition can take along from the former one, beside its title, its host and its seats. */
export const editionParts = [
  "texts",
  "themes",
  "languages",
  "venue",
  "modules",
  "sessions",
  "faculty",
  "call",
  "dossier",
] as const;
export type EditionPart = (typeof editionParts)[number];

/** What becomes of a session that cannot be as it was: it is held an hour later, or left out. */
export const editionAnswers = ["later", "left"] as const;
export type EditionAnswer = (typeof editionAnswers)[number];

type Times = Pick<SessionFacts, "startsLocal" | "endsLocal" | "zone">;

/**
 * The times of a session in another edition: what the clock on the wall shows is kept. An hour that the clock never
 * shows stays as it is, for somebody to decide about, unless it was answered that the session is held an hour later.
 */
export function editionTimes<Timed extends Times>(
  session: Timed,
  { days, answer }: { days: number; answer?: EditionAnswer | undefined },
): Pick<Times, "startsLocal" | "endsLocal"> {
  const times = shiftedTimes(session, days);
  if (answer !== "later") return times;
  if (isSkipped(times.startsLocal, session.zone))
    return { startsLocal: anHourLater(times.startsLocal), endsLocal: anHourLater(times.endsLocal) };
  return isSkipped(times.endsLocal, session.zone) ? { ...times, endsLocal: anHourLater(times.endsLocal) } : times;
}

/** Whether clocks go forwards over this time: nobody sees it. */
const isSkipped = (wall: WallTime, zone: Zone) => wallToInstant(wall, zone) === null;

const anHourLater = (wall: WallTime) =>
  new Date(Date.parse(`${wall}:00Z`) + 3_600_000).toISOString().slice(0, 16) as WallTime;

/** The days of an edition that begins on this day. */
export function editionDays({ startsOn, endsOn }: PlannedDays, first: LocalDate): PlannedDays & { by: number } {
  const by = daysBetween(startsOn, first);
  return { startsOn: first, endsOn: plusLocalDays(endsOn, by), by };
}

/**
 * The day of the same weekday in the same week of the next year, as ISO 8601 counts weeks. A 53rd week is followed by
 * the last one where the next year has none.
 */
export function sameWeekNextYear(day: LocalDate): LocalDate {
  const sinceMonday = (weekdayOf(day) + 6) % 7;
  const monday = plusLocalDays(day, -sinceMonday);
  // a week belongs to the year of its Thursday
  const year = Number(plusLocalDays(monday, 3).slice(0, 4));
  const week = daysBetween(firstMonday(year), monday) / 7;
  const lastWeek = daysBetween(firstMonday(year + 1), firstMonday(year + 2)) / 7 - 1;
  return plusLocalDays(firstMonday(year + 1), 7 * Math.min(week, lastWeek) + sinceMonday);
}

/** Of the week with 4 January. */
function firstMonday(year: number): LocalDate {
  const fourth = `${year}-01-04` as LocalDate;
  return plusLocalDays(fourth, -((weekdayOf(fourth) + 6) % 7));
}

/**
 * When an edition could begin: in the same week of the next year that lies ahead, or the first week after it in which
 * none of `others` is held.
 */
export function suggestedFirstDay(
  former: PlannedDays,
  { today, others }: { today: LocalDate; others: readonly PlannedDays[] },
): LocalDate {
  let first = sameWeekNextYear(former.startsOn);
  while (first <= today) first = sameWeekNextYear(first);
  for (let week = 0; week < mostWeeks; week++) {
    const days = editionDays(former, plusLocalDays(first, 7 * week));
    if (!others.some((other) => other.startsOn <= days.endsOn && days.startsOn <= other.endsOn)) return days.startsOn;
  }
  return first;
}

const mostWeeks = 52;
