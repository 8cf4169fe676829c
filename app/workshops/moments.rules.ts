import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WorkshopState } from "./rules.ts";

/**
 * How far a workshop is, in the order of time. `ahead`: until the day of its first session, as the venue counts days.
 * `firstDay`: on that day, until the session begins. `underWay`: until the last session ends. `over`: from then on.
 */
export const moments = ["ahead", "firstDay", "underWay", "over"] as const;
export type Moment = (typeof moments)[number];

/** `beginsAt` and `endsAt` are those of the first and of the last session; null where there are none. */
export type Timing = {
  zone: Zone;
  startsOn: LocalDate;
  endsOn: LocalDate;
  beginsAt: Instant | null;
  endsAt: Instant | null;
};

/** Where no session is planned, the days count whole: it begins with its first day, and ends with its last. */
export function momentOf({ zone, startsOn, endsOn, beginsAt, endsAt }: Timing, at: Instant): Moment {
  if (beginsAt === null || endsAt === null) return momentByDays(localDate(at, zone), { startsOn, endsOn });
  if (at >= endsAt) return "over";
  if (at >= beginsAt) return "underWay";
  return localDate(at, zone) < localDate(beginsAt, zone) ? "ahead" : "firstDay";
}

function momentByDays(today: LocalDate, { startsOn, endsOn }: Pick<Timing, "startsOn" | "endsOn">): Moment {
  if (today < startsOn) return "ahead";
  return today <= endsOn ? "underWay" : "over";
}

const notBegun = ["ahead", "firstDay"] as const;
const notOver = ["ahead", "firstDay", "underWay"] as const;
const fromFirstDay = ["firstDay", "underWay", "over"] as const;

type Allowed = Readonly<Partial<Record<WorkshopState, readonly Moment[]>>>;

/** Whoever holds a seat is counted on from the first session, and a seat given later is one that nobody can use. */
const seatsMove: Allowed = { published: notBegun, open: notBegun, closed: notBegun, running: notBegun };

/** Whoever keeps the workshop knows why somebody comes late or leaves early. What lies behind counts all the same. */
const byTheDesk: Allowed = { published: notOver, open: notOver, closed: notOver, running: notOver };

/** Sheets are there from the opening on. Each opens on the day of its own session, and stays open for corrections. */
const sheets: Allowed = { open: fromFirstDay, closed: fromFirstDay, running: fromFirstDay, completed: moments };

/** Also when its days are over: what was held may be planned late. A completed one was settled by its sessions. */
const planning: Allowed = { draft: moments, published: moments, open: moments, closed: moments, running: moments };

/**
 * What is allowed in a workshop, by its state and by how far it is. What is not named here is refused. Pages, buttons
 * and commands all ask this table, so that no two of them disagree about a boundary.
 */
export const workshopActs = {
  // whoever came later would have missed something, and has no time to arrive
  enrol: { open: notBegun },
  // a call is published, and people are nominated, before the first day: its own days say until when
  nominate: { published: ["ahead"], open: ["ahead"], closed: ["ahead"] },
  // where a seat can be given back, it can be given on: both rows are the same
  leaveSeat: seatsMove,
  moveUp: seatsMove,
  // nobody counts on whoever waits: they leave as long as there is something to wait for
  leaveReserve: { published: notOver, open: notOver, closed: notOver, running: notOver },
  // by a coordinator, for somebody else: from the day on which others see the workshop
  addOther: byTheDesk,
  withdrawOther: byTheDesk,
  giveSeat: byTheDesk,
  // the seat goes to the next at once, and so as long as seats move
  takeSeat: seatsMove,
  takeSheet: sheets,
  planSessions: planning,
  // what has begun is held: only what is left of it can be moved, in the timetable
  postpone: { draft: moments, published: notBegun, open: notBegun, closed: notBegun },
  // on the morning of the first day, and no week before
  start: { closed: fromFirstDay },
  // once all that counts has begun: see `completableFrom` in the timetable
  complete: { running: ["underWay", "over"] },
} as const satisfies Record<string, Allowed>;
export type Act = keyof typeof workshopActs;

const momentsOf = (act: Act, state: WorkshopState) => (workshopActs[act] as Allowed)[state] ?? [];

export const isAllowed = (act: Act, state: WorkshopState, moment: Moment) => momentsOf(act, state).includes(moment);

/**
 * How many days before the first one seats are given on by themselves for the last time, and how many before it nobody
 * enrols any more. Null where a workshop has no such day.
 */
export type Windows = { promotionDays?: number | null; freezeDays?: number | null };

const windowOf: Partial<Record<Act, keyof Windows>> = {
  enrol: "freezeDays",
  moveUp: "promotionDays",
  // what is taken goes to the next at once
  takeSeat: "promotionDays",
};

/** The last day of a window, as the venue counts days: on the day after it, it is shut. */
export const lastDayOf = ({ beginsAt, zone, startsOn }: Timing, days: number): LocalDate =>
  plusLocalDays(beginsAt === null ? startsOn : localDate(beginsAt, zone), -days);

/** Whether the last day of a window is over. */
export const isShut = (workshop: Timing, days: number | null | undefined, at: Instant): boolean =>
  typeof days === "number" && localDate(at, workshop.zone) > lastDayOf(workshop, days);

/** Whether something is allowed in this workshop at this instant. */
export function mayNow(act: Act, workshop: Timing & Windows & { state: WorkshopState }, at: Instant): boolean {
  const window = windowOf[act];
  if (window && isShut(workshop, workshop[window], at)) return false;
  return isAllowed(act, workshop.state, momentOf(workshop, at));
}

/** Whether something is ever allowed in a state. */
export const isEver = (act: Act, state: WorkshopState) => momentsOf(act, state).length > 0;

type Queue = { capacity: number; seatsTaken: number; reserveCount: number };

/** Whether a seat is free beside people who wait, and may still be given to them. */
export const isFillable = (workshop: Timing & Windows & Queue & { state: WorkshopState }, at: Instant) =>
  workshop.reserveCount > 0 && workshop.seatsTaken < workshop.capacity && mayNow("moveUp", workshop, at);
