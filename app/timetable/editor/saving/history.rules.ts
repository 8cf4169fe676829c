import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { changedParts, withParts } from "#app/timetable/plan/facts.rules.ts";

/** `before` is null where a session was added, `after` where it was deleted. */
export type PlanChange = { id: string; before: PlannedFacts | null; after: PlannedFacts | null };
/** What somebody did at once, whatever number of sessions it touched: saved, undone and announced as one. */
export type PlanAct = { name: string; changes: PlanChange[] };

const longestPast = 200;

/** What can be undone, and done again. */
export function createHistory() {
  let [past, future]: [PlanAct[], PlanAct[]] = [[], []];
  return {
    did(act: PlanAct) {
      past = [...past.slice(1 - longestPast), act];
      future = [];
    },
    undo(): PlanAct | null {
      const act = past.pop();
      if (act) future.push(act);
      return act ? reversedAct(act) : null;
    },
    redo(): PlanAct | null {
      const act = future.pop();
      if (act) past.push(act);
      return act ?? null;
    },
    /** The names of what would be undone and done again. */
    names: () => ({ undo: past.at(-1)?.name ?? null, redo: future.at(-1)?.name ?? null }),
  };
}

const reversedAct = ({ name, changes }: PlanAct): PlanAct => ({
  name,
  changes: changes.map(({ id, before, after }) => ({ id, before: after, after: before })),
});

/**
 * What an act does to sessions as they stand now. Only the parts that it changed are written: undoing a move keeps the
 * title that somebody else has corrected meanwhile. A session that is gone is left alone.
 */
export function appliedAct(act: PlanAct, sessions: ReadonlyMap<string, PlannedFacts>): PlanChange[] {
  return act.changes.flatMap(({ id, before, after }): PlanChange[] => {
    const now = sessions.get(id) ?? null;
    if (!before && after) return now ? [] : [{ id, before: null, after }];
    if (!now) return [];
    if (!after || !before) return [{ id, before: now, after: null }];
    const next = withParts(now, after, changedParts(before, after));
    return changedParts(now, next).length > 0 ? [{ id, before: now, after: next }] : [];
  });
}
