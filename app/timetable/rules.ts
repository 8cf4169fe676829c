import type { Instant } from "#app/time/instant.ts";
import {
  type ClockTime,
  dateOf,
  type LocalDate,
  localDate,
  plusLocalDays,
  type WallTime,
} from "#app/time/wall-time.ts";
import { isWallTime, wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { isWithin, type PlannedDays } from "#app/workshops/rules.ts";

/** Half-open, so that back-to-back sessions don't clash. */
export const clash = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
export type Span = { startsAt: Instant; endsAt: Instant };

type TypedTimes = { date: LocalDate; startsTime: ClockTime; endsTime: ClockTime };

/**
 * Times as they are typed, `HH:MM`. An end before the beginning is on the next day, until six in the morning: an
 * evening may end at 00:30.
 */
export function wallTimes(typed: TypedTimes, zone: Zone): WallTimes {
  const { date, startsTime, endsTime } = typed;
  const endsOn = endsTime < startsTime && endsTime <= "06:00" ? plusLocalDays(date, 1) : date;
  return { startsLocal: `${date}T${startsTime}`, endsLocal: `${endsOn}T${endsTime}`, zone };
}

/** Whether a session begins on this day, as its venue counts days. */
export const isToday = ({ startsLocal, zone }: Pick<WallTimes, "startsLocal" | "zone">, at: Instant) =>
  dateOf(startsLocal) === localDate(at, zone);

/** Of several sessions the one that begins first. */
export const soonestOf = <Timed extends Pick<Span, "startsAt">>(sessions: readonly Timed[]): Timed | undefined =>
  sessions.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0];

/** The number of a new session: one more than the highest, so that the others keep theirs. */
export const nextNumber = (sessions: { number: number }[]) => Math.max(0, ...sessions.map(({ number }) => number)) + 1;

/**
 * The first day on which a workshop can be completed: the day of its last session that counts, at its venue.
 * @returns null where no session counts
 */
export const completableFrom = (sessions: { startsLocal: WallTime; isCounted: boolean }[]): LocalDate | null =>
  sessions
    .filter(({ isCounted }) => isCounted)
    .map(({ startsLocal }) => dateOf(startsLocal))
    .sort()
    .at(-1) ?? null;

export type WallTimes = { startsLocal: WallTime; endsLocal: WallTime; zone: Zone };
type Neighbour = Span & { number: number };

export type SessionProblem =
  | "startsLocal.unreal"
  | "endsLocal.unreal"
  | "endsLocal.beforeStart"
  | "endsLocal.tooLong"
  | "startsLocal.outside";

const longestSessionHours = 16;

/**
 * Instants of a session, or what is wrong with its times, or which session is held then. An hour that daylight saving
 * skips does not exist.
 */
export function placeSession<Other extends Neighbour>(
  times: WallTimes,
  days: PlannedDays,
  others: readonly Other[],
): Span | SessionProblem | { heldThen: Other } {
  const startsAt = isWallTime(times.startsLocal) ? wallToInstant(times.startsLocal, times.zone) : null;
  if (!startsAt) return "startsLocal.unreal";
  const endsAt = isWallTime(times.endsLocal) ? wallToInstant(times.endsLocal, times.zone) : null;
  if (!endsAt) return "endsLocal.unreal";
  if (endsAt <= startsAt) return "endsLocal.beforeStart";
  if (Date.parse(endsAt) - Date.parse(startsAt) > longestSessionHours * 3_600_000) return "endsLocal.tooLong";
  if (!isWithin(dateOf(times.startsLocal), days)) return "startsLocal.outside";
  const heldThen = others.find((other) => clash({ startsAt, endsAt }, other));
  return heldThen ? { heldThen } : { startsAt, endsAt };
}

/** Where somebody who goes to these and to those would have to be in two places, in the order of these. */
export const overlaps = <This extends Span, That extends Span>(
  these: readonly This[],
  those: readonly That[],
): [This, That][] =>
  these.flatMap((one) => those.filter((other) => clash(one, other)).map((other): [This, That] => [one, other]));
