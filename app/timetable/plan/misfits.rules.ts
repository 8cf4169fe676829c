import { dateOf } from "#app/time/wall-time.ts";
import { areApart, clash, placeSession, type SessionProblem, type Span, type Spot } from "#app/timetable/rules.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";
import type { SessionFacts } from "./facts.rules.ts";

/** A session as it would be: with the day that attendance holds it on, where there are marks. */
export type PlannedSession = Pick<
  SessionFacts,
  "startsLocal" | "endsLocal" | "zone" | "room" | "startsHour" | "endsHour"
> &
  Partial<Pick<Spot, "venueId" | "roomId">> & { id: string };

/** Why a session cannot be as it would be; `otherId` is the one that is held then. */
export type Misfit =
  | { id: string; because: SessionProblem | "hasMarks" }
  | { id: string; because: "clash"; otherId: string };

type Checking = {
  /** All sessions of the workshop as they would be. */
  next: readonly PlannedSession[];
  /** Those that are new or that others than they were. */
  touched: ReadonlySet<string>;
  days: PlannedDays;
  /** As they were: a session that has marks keeps its day. */
  marked: ReadonlyMap<string, Pick<SessionFacts, "startsLocal">>;
};

/** Where the sessions would stand, and what speaks against it, each session once. What rests is not asked about. */
export function placePlan({ next, touched, days, marked }: Checking): { spans: Map<string, Span>; misfits: Misfit[] } {
  const spans = new Map<string, Span>();
  const misfits: Misfit[] = [];
  for (const one of next) {
    const placed = placeSession(touched.has(one.id) ? one : asItStands(one), days, [], spotOf(one));
    if (typeof placed === "string" || "heldThen" in placed) {
      if (touched.has(one.id)) misfits.push({ id: one.id, because: placed as SessionProblem });
      continue;
    }
    spans.set(one.id, placed);
    const before = marked.get(one.id);
    if (before && dateOf(before.startsLocal) !== dateOf(one.startsLocal))
      misfits.push({ id: one.id, because: "hasMarks" });
  }
  const sites = new Map(next.map((one) => [one.id, spotOf(one)]));
  for (const [id, otherId] of clashing(spans, sites))
    if (touched.has(id) && !misfits.some((misfit) => misfit.id === id)) misfits.push({ id, because: "clash", otherId });
  return { spans, misfits };
}

/** What rests is not asked which of two hours it is held in. */
const asItStands = ({ startsHour, endsHour, ...one }: PlannedSession): PlannedSession => ({
  ...one,
  startsHour: startsHour ?? "first",
  endsHour: endsHour ?? "first",
});

const spotOf = ({ venueId = null, roomId = null, room }: PlannedSession): Spot => ({ venueId, roomId, room });

/** Pairs at the same time and place, each both ways round; in the order of beginning, so that few are compared. */
function clashing(spans: ReadonlyMap<string, Span>, sites: ReadonlyMap<string, Spot>): [id: string, otherId: string][] {
  const pairs: [string, string][] = [];
  let open: [string, Span][] = [];
  for (const [id, span] of [...spans].sort(([, a], [, b]) => a.startsAt.localeCompare(b.startsAt))) {
    open = open.filter(([, other]) => other.endsAt > span.startsAt);
    for (const [otherId, other] of open)
      if (clash(span, other) && !areApart(sites.get(id) as Spot, sites.get(otherId) as Spot))
        pairs.push([id, otherId], [otherId, id]);
    open.push([id, span]);
  }
  return pairs;
}
