import { fold } from "#app/i18n/fold.ts";
import { type Instant, minutesBetween } from "#app/time/instant.ts";
import {
  type ClockTime,
  dateOf,
  type LocalDate,
  localDate,
  plusLocalDays,
  type WallTime,
} from "#app/time/wall-time.ts";
import { instantsOf, type RepeatedHour, repeatedHourOf } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { isWithin, type PlannedDays } from "#app/workshops/rules.ts";

/** Half-open, so that back-to-back sessions don't clash. */
export const clash = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
export type Span = { startsAt: Instant; endsAt: Instant };

type TypedTimes = { date: LocalDate; startsTime: ClockTime; endsTime: ClockTime; endsNextDay: boolean };

/** Which of two hours a session begins and ends in where clocks show one twice; nothing where nobody has said. */
export type RepeatedHours = {
  startsHour?: RepeatedHour | null | undefined;
  endsHour?: RepeatedHour | null | undefined;
};

/**
 * Times as they are typed, `HH:MM`. An end is on the next day only where somebody has said so, or has typed 24:00: an
 * end before the beginning is more often a slip than a night.
 */
export function wallTimes({ date, startsTime, endsTime, endsNextDay }: TypedTimes, zone: Zone): WallTimes {
  const isMidnight = endsTime === "24:00";
  const endsOn = endsNextDay || isMidnight ? plusLocalDays(date, 1) : date;
  return { startsLocal: `${date}T${startsTime}`, endsLocal: `${endsOn}T${isMidnight ? "00:00" : endsTime}`, zone };
}

/** Whether a session begins on this day, as its venue counts days. */
export const isToday = ({ startsLocal, zone }: Pick<WallTimes, "startsLocal" | "zone">, at: Instant) =>
  dateOf(startsLocal) === localDate(at, zone);

/** Of several sessions the one that begins first. */
export const soonestOf = <Timed extends Pick<Span, "startsAt">>(sessions: readonly Timed[]): Timed | undefined =>
  sessions.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0];

/** The number of a new session: one more than the highest, so that the others keep theirs. */
export const nextNumber = (sessions: readonly { number: number }[]) =>
  Math.max(0, ...sessions.map(({ number }) => number)) + 1;

/**
 * From when on a workshop can be completed: the beginning of its last session that counts, as its sheet is taken then.
 * Where no session counts, it is the last one of all.
 * @returns null where there is no session
 */
export function completableFrom(sessions: readonly { startsAt: Instant; isCounted: boolean }[]): Instant | null {
  const counted = sessions.filter(({ isCounted }) => isCounted);
  const begin = (counted.length ? counted : sessions).map(({ startsAt }) => startsAt);
  return begin.toSorted().at(-1) ?? null;
}

/** Whether all that counts has begun by now. */
export function areAllHeld(sessions: Parameters<typeof completableFrom>[0], at: Instant): boolean {
  const from = completableFrom(sessions);
  return from === null || from <= at;
}

export type WallTimes = { startsLocal: WallTime; endsLocal: WallTime; zone: Zone } & RepeatedHours;
/** What a session books: a venue of its own, a room of a venue, or the name of a room. */
export type Spot = { venueId: string | null; roomId: string | null; room: string };
type Neighbour = Span & Spot & { number: number };

export type SessionProblem =
  | "startsLocal.unreal"
  | "startsLocal.twice"
  | "endsLocal.twice"
  | "endsLocal.unreal"
  | "endsLocal.beforeStart"
  | "endsLocal.tooLong"
  | "endsLocal.tooLongNight"
  | "startsLocal.outside";

/** A visit may fill a whole day. A night is shorter: what seems longer was meant otherwise. */
const longestHours = { day: 16, night: 12 };

/**
 * Instants of a session, or what is wrong with its times, or which session is held then in the same place. An hour that
 * daylight saving skips does not exist; of one that it repeats somebody has to say which is meant.
 */
export function placeSession<Other extends Neighbour>(
  times: WallTimes,
  days: PlannedDays,
  others: readonly Other[],
  site: Spot,
): Span | SessionProblem | { heldThen: Other } {
  const span = spanOf(times);
  if (typeof span === "string") return span;
  const isNight = dateOf(times.startsLocal) !== dateOf(times.endsLocal);
  if (minutesBetween(span.startsAt, span.endsAt) > longestHours[isNight ? "night" : "day"] * 60)
    return isNight ? "endsLocal.tooLongNight" : "endsLocal.tooLong";
  if (!isWithin(dateOf(times.startsLocal), days)) return "startsLocal.outside";
  const heldThen = others.find((other) => clash(span, other) && !areApart(site, other));
  return heldThen ? { heldThen } : span;
}

function spanOf({ startsLocal, endsLocal, zone, startsHour, endsHour }: WallTimes): Span | SessionProblem {
  const begins = instantsOf(startsLocal, zone);
  if (begins.length > 1 && !startsHour) return "startsLocal.twice";
  const startsAt = startsHour === "second" ? begins.at(-1) : begins[0];
  if (!startsAt) return "startsLocal.unreal";
  const ends = instantsOf(endsLocal, zone);
  // what begins in the second of two hours does not end in the first
  const later = ends.filter((at) => at > startsAt);
  if (later.length > 1 && !endsHour) return "endsLocal.twice";
  const endsAt = later.length > 1 && endsHour === "second" ? later.at(-1) : later[0];
  if (endsAt) return { startsAt, endsAt };
  return ends.length ? "endsLocal.beforeStart" : "endsLocal.unreal";
}

/** As a session is stored: which of two hours it begins and ends in. */
export const repeatedHoursOf = ({ startsLocal, endsLocal, zone }: WallTimes, { startsAt, endsAt }: Span) => ({
  startsHour: repeatedHourOf(startsAt, startsLocal, zone),
  endsHour: repeatedHourOf(endsAt, endsLocal, zone),
});

/** Whether two sessions of a workshop can run beside each other: each says where it is, and they are elsewhere. */
export function areApart(one: Spot, other: Spot): boolean {
  if (one.venueId !== other.venueId) return true;
  const [here, there] = [roomOf(one), roomOf(other)];
  return here !== "" && there !== "" && here !== there;
}

const roomOf = ({ roomId, room }: Spot) => roomId ?? fold(room).replace(/[^\p{L}\p{N}]/gu, "");

/** Where somebody who goes to these and to those would have to be in two places, in the order of these. */
export const overlaps = <This extends Span, That extends Span>(
  these: readonly This[],
  those: readonly That[],
): [This, That][] =>
  these.flatMap((one) => those.filter((other) => clash(one, other)).map((other): [This, That] => [one, other]));
