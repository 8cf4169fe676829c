import { daysBetween, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

/** A Monday. */
const someMonday = "2024-01-01";

/** Days one after another. */
export type Week = [LocalDate, ...LocalDate[]];

/**
 * Days on which something takes place, in their order, as weeks from Monday to Sunday: in each, every day from the
 * first to the last, so that a free day between shows as one.
 */
export function weeksOf(days: readonly LocalDate[]): Week[] {
  const weeks = Map.groupBy(days, (day) => Math.floor(daysBetween(someMonday, day) / 7));
  return [...weeks.values()].map(([first, ...rest]) => {
    const from = first as LocalDate;
    const last = rest.at(-1) ?? from;
    const after = Array.from({ length: daysBetween(from, last) }, (_, i) => plusLocalDays(from, i + 1));
    return [from, ...after];
  });
}

type Timed = { from: number; to: number };

/** Beside each other what takes place at the same time: which of how many lanes, in the order of beginning. */
export function lanesOf<Block extends Timed>(blocks: readonly Block[]): (Block & { lane: number; lanes: number })[] {
  const placed: (Block & { lane: number; lanes: number })[] = [];
  let group: (Block & { lane: number; lanes: number })[] = [];
  for (const block of blocks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (group.every(({ to }) => to <= block.from)) group = [];
    const taken = new Set(group.filter(({ to }) => to > block.from).map(({ lane }) => lane));
    const lane = group.findIndex((_, i) => !taken.has(i));
    const own = { ...block, lane: lane < 0 ? taken.size : lane, lanes: 1 };
    group.push(own);
    placed.push(own);
    const lanes = Math.max(...group.map(({ lane }) => lane)) + 1;
    for (const one of group) one.lanes = lanes;
  }
  return placed;
}
