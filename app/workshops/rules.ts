import type { Instant } from "#app/time/instant.ts";
import { dateOf, type LocalDate, type WallTime, type Zone } from "#app/time/wall-time.ts";
import { isWallTime, wallToInstant } from "#app/time/zoned-time.ts";

export const states = ["draft", "published", "open", "closed", "running", "completed", "cancelled"] as const;
export type WorkshopState = (typeof states)[number];

/** Where a workshop may go from each state. Completion is the attendance room's: it settles who has completed. */
const ways: Record<WorkshopState, readonly WorkshopState[]> = {
  draft: ["published", "cancelled"],
  published: ["open", "draft", "cancelled"],
  open: ["closed", "cancelled"],
  closed: ["running", "open", "cancelled"],
  running: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};

export const nextStates = (state: WorkshopState) => ways[state];
export const mayBecome = (from: WorkshopState, to: WorkshopState) => ways[from].includes(to);

/** Half-open, so that back-to-back sessions don't clash. */
export const clash = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
export type Span = { startsAt: Instant; endsAt: Instant };

export type PublicationProblem = "noTitle" | "noVenue" | "noSession";

/** What still has to be there before anyone outside may see a workshop. */
export function publicationProblems({
  titles,
  venues,
  sessions,
}: {
  titles: string[];
  venues: string[];
  sessions: number;
}): PublicationProblem[] {
  const problems: PublicationProblem[] = [];
  if (!titles.some(Boolean)) problems.push("noTitle");
  if (!venues.some(Boolean)) problems.push("noVenue");
  if (sessions === 0) problems.push("noSession");
  return problems;
}

/** How many of the texts that a workshop and its sessions can have are written, in one language. */
export function completeness(texts: (string | undefined)[]): { written: number; of: number } {
  return { written: texts.filter((text) => text?.trim()).length, of: texts.length };
}

type SessionTimes = { startsLocal: WallTime; endsLocal: WallTime; zone: Zone };
type Neighbour = Span & { number: number };
type PlannedDays = { startsOn: LocalDate; endsOn: LocalDate };

export type SessionProblem =
  | "startsLocal.unreal"
  | "endsLocal.unreal"
  | "endsLocal.beforeStart"
  | "endsLocal.tooLong"
  | "startsLocal.outside"
  | "startsLocal.clash";

const longestSessionHours = 16;

/** Instants of a session, or what is wrong with its times. An hour that daylight saving skips does not exist. */
export function placeSession(times: SessionTimes, days: PlannedDays, others: Neighbour[]): Span | SessionProblem {
  const startsAt = isWallTime(times.startsLocal) ? wallToInstant(times.startsLocal, times.zone) : null;
  if (!startsAt) return "startsLocal.unreal";
  const endsAt = isWallTime(times.endsLocal) ? wallToInstant(times.endsLocal, times.zone) : null;
  if (!endsAt) return "endsLocal.unreal";
  if (endsAt <= startsAt) return "endsLocal.beforeStart";
  if (Date.parse(endsAt) - Date.parse(startsAt) > longestSessionHours * 3_600_000) return "endsLocal.tooLong";
  const day = dateOf(times.startsLocal);
  if (day < days.startsOn || day > days.endsOn) return "startsLocal.outside";
  if (others.some((other) => clash({ startsAt, endsAt }, other))) return "startsLocal.clash";
  return { startsAt, endsAt };
}

export type SeatView = "free" | "few" | "full" | "none";

/** How seats read in a list: few when at most one in five, or a single one, is left. */
export function seatView(
  state: WorkshopState,
  { capacity, seatsTaken, reserveCount }: { capacity: number; seatsTaken: number; reserveCount: number },
): SeatView {
  if (state !== "open") return "none";
  const free = capacity - seatsTaken - reserveCount;
  if (free <= 0) return "full";
  return free === 1 || free / capacity <= 0.2 ? "few" : "free";
}
