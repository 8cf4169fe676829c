import type { Holiday } from "#app/time/holidays/holiday.ts";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { type Instant, minutesBetween } from "#app/time/instant.ts";
import { dateOf, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Interpretation, SessionKind } from "#app/timetable/kinds.ts";
import { clash } from "#app/timetable/rules.ts";
import { isOpenFor, type OpeningHours, type Weekday } from "#app/venues/rules.ts";

/** Who is in a session. A companion goes along with one group, whatever else they do in it. */
export type Staff = { personId: string; role: "instructor" | "interpreter" | "companion" };

/** A session as far as others can stand in its way. `venueId` is its workshop's where it has none of its own. */
export type BookedSession = {
  id: string;
  workshopId: string;
  kind: SessionKind;
  interpretation: Interpretation;
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
  country: string;
  venueId: string | null;
  roomId: string | null;
  staff: readonly Staff[];
};

/** What stands in the way of a session, or of two. `sessionIds` are in the order of time, then of ids. */
export type Clash =
  | { kind: "room"; sessionIds: [string, string]; roomId: string }
  | { kind: "person"; sessionIds: [string, string]; personId: string }
  | { kind: "seats"; sessionIds: [string, string]; people: number }
  | { kind: "transfer"; sessionIds: [string, string]; minutes: number; needed: number }
  | { kind: "hours"; sessionIds: [string]; venueId: string }
  | { kind: "absence"; sessionIds: [string]; personId: string }
  | { kind: "holiday" | "dayOff"; sessionIds: [string]; holiday: Holiday }
  | { kind: "interpreters"; sessionIds: [string, ...string[]]; have: number; needed: number };
type ClashKind = Clash["kind"];

/** What is only said. Everything else has to be planned otherwise, or to have a reason. */
const advice: readonly ClashKind[] = ["dayOff", "interpreters"];
export const isAdvice = ({ kind }: Pick<Clash, "kind">) => advice.includes(kind);

/** What somebody or something else has already. The rest concerns the session alone. */
const shared: readonly ClashKind[] = ["room", "person", "seats", "absence"];
export const isShared = ({ kind }: Pick<Clash, "kind">) => shared.includes(kind);

/** What is known of venues, people and days. */
export type Surroundings = {
  hours: ReadonlyMap<string, readonly OpeningHours[]>;
  holidaysOn(country: string, on: LocalDate): Holiday | null;
  /** Days on which somebody on the list of those who teach is away. */
  isAbsent(personId: string, on: LocalDate): boolean;
  /** How many have a seat in both of two workshops, which are given in the order of their ids. */
  sharedSeats(workshopId: string, otherId: string): number;
};

/**
 * Everything that stands in the way of some sessions.
 * @param sessions all that may be in each other's way; the time is quadratic only in those that overlap
 * @param only of which sessions; of all where it is left out
 */
export function findClashes(
  sessions: readonly BookedSession[],
  surroundings: Surroundings,
  only?: ReadonlySet<string>,
): Clash[] {
  const inOrder = sessions.toSorted(byTime);
  const isAsked = ({ id }: BookedSession) => only === undefined || only.has(id);
  const found: Clash[] = [];
  let running: BookedSession[] = [];
  for (const session of inOrder) {
    running = running.filter(({ endsAt }) => endsAt > session.startsAt);
    for (const earlier of running)
      if (isAsked(earlier) || isAsked(session)) found.push(...atOneTime(earlier, session, surroundings));
    running.push(session);
    if (isAsked(session)) found.push(...alone(session, surroundings));
  }
  for (const own of Map.groupBy(inOrder, ({ workshopId }) => workshopId).values())
    found.push(...tooFar(own).filter(({ sessionIds }) => only === undefined || sessionIds.some((id) => only.has(id))));
  for (const day of Map.groupBy(inOrder, dayOfWorkshop).values())
    if (day.some(isAsked)) found.push(...tooFewInterpreters(day));
  return found;
}

const byTime = (a: BookedSession, b: BookedSession) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id);

const dayOfWorkshop = ({ workshopId, startsLocal }: BookedSession) => `${workshopId} ${dateOf(startsLocal)}`;

/** What two sessions cannot both have while they run. */
function atOneTime(earlier: BookedSession, later: BookedSession, { sharedSeats }: Surroundings): Clash[] {
  if (!clash(earlier, later)) return [];
  const sessionIds: [string, string] = [earlier.id, later.id];
  const found: Clash[] = [];
  if (earlier.roomId && earlier.roomId === later.roomId)
    found.push({ kind: "room", sessionIds, roomId: earlier.roomId });
  const isOneGroup = earlier.workshopId === later.workshopId;
  for (const { personId, role } of earlier.staff) {
    const there = later.staff.find((one) => one.personId === personId);
    // whoever accompanies a group is with it, in whichever of its rooms
    const isWithGroup = isOneGroup && (role === "companion" || there?.role === "companion");
    if (there && !isWithGroup) found.push({ kind: "person", sessionIds, personId });
  }
  if (!isOneGroup) {
    const [first, second] = [earlier.workshopId, later.workshopId].toSorted() as [string, string];
    const people = sharedSeats(first, second);
    if (people > 0) found.push({ kind: "seats", sessionIds, people });
  }
  return found;
}

/** What stands in the way of a session by itself. */
function alone(session: BookedSession, { hours, holidaysOn, isAbsent }: Surroundings): Clash[] {
  const sessionIds: [string] = [session.id];
  const on = dateOf(session.startsLocal);
  const found: Clash[] = [];
  const { venueId } = session;
  if (venueId && isOpenFor(hours.get(venueId) ?? [], hoursNeeded(session)) === false)
    found.push({ kind: "hours", sessionIds, venueId });
  const holiday = holidaysOn(session.country, on);
  if (holiday) found.push({ kind: holiday.kind === "public" ? "holiday" : "dayOff", sessionIds, holiday });
  for (const { personId } of session.staff)
    if (isAbsent(personId, on)) found.push({ kind: "absence", sessionIds, personId });
  return found;
}

/** A session that goes past midnight needs the venue until then, and no house is open on. */
function hoursNeeded({ startsLocal, endsLocal }: BookedSession) {
  const on = dateOf(startsLocal);
  const endsToday = dateOf(endsLocal) === on;
  const endsAtMidnight = dateOf(endsLocal) === plusLocalDays(on, 1) && timeOf(endsLocal) === "00:00";
  const until = endsToday ? timeOf(endsLocal) : endsAtMidnight ? ("24:00" as const) : pastMidnight;
  // ISO 8601 counts from Monday, and ends with 7
  return { weekday: (weekdayOf(on) || 7) as Weekday, from: timeOf(startsLocal), until };
}

/** Later than any house closes. */
const pastMidnight = "99:99" as const;

/** Between two houses of a city, and between two that are further apart. Our proposal: see `DECISIONS.md`. */
const transferMinutes = { within: 30, between: 120 };

const isUnderWay = ({ kind }: BookedSession) => kind === "transfer" || kind === "free";

/** One session after another of a workshop, at another venue, without the time to go there. */
function tooFar(ofWorkshop: readonly BookedSession[]): Clash[] {
  const found: Clash[] = [];
  const held = ofWorkshop.filter((session) => !isUnderWay(session));
  for (const [index, next] of held.entries()) {
    const before = held[index - 1];
    if (!before?.venueId || !next.venueId || before.venueId === next.venueId) continue;
    if (before.endsAt > next.startsAt) continue;
    const minutes = minutesBetween(before.endsAt, next.startsAt);
    const needed = before.zone === next.zone ? transferMinutes.within : transferMinutes.between;
    if (minutes < needed) found.push({ kind: "transfer", sessionIds: [before.id, next.id], minutes, needed });
  }
  return found;
}

/**
 * How many interpreters a day needs, by the rules of the International Association of Conference Interpreters for a
 * meeting in two languages: simultaneous up to 40 minutes one, up to four hours two, up to six three, then four; in
 * turns with the speaker up to three hours one, then two.
 */
export function interpretersNeeded(minutes: Record<"simultaneous" | "consecutive", number>): number {
  const { simultaneous, consecutive } = minutes;
  const aside = simultaneous > 360 ? 4 : simultaneous > 240 ? 3 : simultaneous > 40 ? 2 : simultaneous > 0 ? 1 : 0;
  const inTurns = consecutive > 180 ? 2 : consecutive > 0 ? 1 : 0;
  return Math.max(aside, inTurns);
}

function tooFewInterpreters(day: readonly BookedSession[]): Clash[] {
  const interpreted = day.filter(({ interpretation }) => interpretation !== "none");
  const [first, ...others] = interpreted.map(({ id }) => id);
  if (first === undefined) return [];
  const minutesOf = (how: Interpretation) =>
    interpreted
      .filter(({ interpretation }) => interpretation === how)
      .reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0);
  const needed = interpretersNeeded({
    simultaneous: minutesOf("simultaneous"),
    consecutive: minutesOf("consecutive"),
  });
  const speaking = interpreted.flatMap(({ staff }) => staff.filter(({ role }) => role !== "instructor"));
  const have = new Set(speaking.map(({ personId }) => personId)).size;
  return have < needed ? [{ kind: "interpreters", sessionIds: [first, ...others], have, needed }] : [];
}

/**
 * What a clash is known by when somebody has said why it may stand: what it is about, and when its sessions are. Moved,
 * they are asked about anew.
 */
export function clashKey(clash: Clash, times: ReadonlyMap<string, Pick<BookedSession, "startsAt" | "endsAt">>): string {
  const about =
    "roomId" in clash ? clash.roomId : "personId" in clash ? clash.personId : "venueId" in clash ? clash.venueId : "";
  const when = clash.sessionIds.map((id) => `${id} ${times.get(id)?.startsAt} ${times.get(id)?.endsAt}`);
  return [clash.kind, about, ...when].join(" ");
}
