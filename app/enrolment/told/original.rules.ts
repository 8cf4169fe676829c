import { type Instant, minutesBetween } from "#app/time/instant.ts";
import type { SessionChange } from "./changes.rules.ts";
import type { ToldPlan, ToldSession } from "./plan.ts";

export type PlanSums = Pick<ToldPlan, "startsOn" | "endsOn"> & { sessions: number; minutes: number };

/** What was planned and what stands now, and the sessions that were moved, added or removed, in the order of time. */
type PlanComparison = {
  planned: PlanSums;
  now: PlanSums;
  /** Of the plan as it stands, what has been held by now. */
  held: Pick<PlanSums, "sessions" | "minutes">;
  changes: SessionChange[];
  counts: Record<"added" | "moved" | "removed", number>;
};

export function comparePlans(original: ToldPlan, now: ToldPlan, at: Instant): PlanComparison {
  const standing = new Map(now.sessions.map((session) => [session.id, session]));
  const planned = new Set(original.sessions.map(({ id }) => id));
  const changes: SessionChange[] = [
    ...original.sessions.map((before) => ({ before, now: standing.get(before.id) ?? null })),
    ...now.sessions.filter(({ id }) => !planned.has(id)).map((session) => ({ before: null, now: session })),
  ];
  const changed = changes
    .filter(({ before, now }) => before?.startsAt !== now?.startsAt || before?.endsAt !== now?.endsAt)
    .toSorted((one, other) => beginOf(one).localeCompare(beginOf(other)));
  const held = sumsOf({ ...now, sessions: now.sessions.filter(({ endsAt }) => endsAt <= at) });
  return {
    planned: sumsOf(original),
    now: sumsOf(now),
    held: { sessions: held.sessions, minutes: held.minutes },
    changes: changed,
    counts: {
      added: changed.filter(({ before }) => before === null).length,
      moved: changed.filter(({ before, now }) => before && now).length,
      removed: changed.filter(({ now }) => now === null).length,
    },
  };
}

const beginOf = ({ before, now }: SessionChange) => (before ?? (now as ToldSession)).startsAt;

const sumsOf = ({ startsOn, endsOn, sessions }: ToldPlan): PlanSums => ({
  ...{ startsOn, endsOn },
  sessions: sessions.length,
  minutes: sessions.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0),
});
