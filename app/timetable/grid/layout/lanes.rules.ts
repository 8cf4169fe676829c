import type { Stretch } from "./hours.rules.ts";

/** Which of how many lanes beside each other, and over how many of them a block may reach, as nobody stands there. */
export type InLanes = { lane: number; lanes: number; wide: number };

/**
 * Beside each other what takes place at the same time, in the order of beginning, in as few lanes as there are.
 * @param leastHeight minutes that a block is drawn high at least
 */
export function lanesOf<Block extends Stretch>(blocks: readonly Block[], leastHeight = 0): (Block & InLanes)[] {
  const endOf = ({ from, to }: Stretch) => Math.max(to, from + leastHeight);
  const placed: (Block & InLanes)[] = [];
  let group: (Block & InLanes)[] = [];
  for (const block of blocks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (group.every((other) => endOf(other) <= block.from)) group = [];
    const taken = new Set(group.filter((other) => endOf(other) > block.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    const own = { ...block, lane, lanes: 1, wide: 1 };
    group.push(own);
    placed.push(own);
    spread(group, endOf);
  }
  return placed;
}

/** A group shares its width: each of its blocks reaches to the next one on its right. */
function spread(group: (Stretch & InLanes)[], endOf: (block: Stretch) => number): void {
  const lanes = Math.max(...group.map(({ lane }) => lane)) + 1;
  for (const block of group) {
    const right = group.filter(
      (other) => other.lane > block.lane && other.from < endOf(block) && block.from < endOf(other),
    );
    block.lanes = lanes;
    block.wide = Math.min(lanes, ...right.map(({ lane }) => lane)) - block.lane;
  }
}
