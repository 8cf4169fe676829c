import type { Lane } from "./rules.ts";

/** Workers that have nothing to do, each in its lane. */
export type Sleepers = {
  /** Until somebody wakes this lane, or all work ends. */
  sleep(lane: Lane): Promise<void>;
  wake(lane: Lane): void;
  /** The lanes in which somebody sleeps. */
  lanes(): Lane[];
};

export function newSleepers(stopping: AbortSignal): Sleepers {
  const asleep = new Map<Lane, (() => void)[]>();
  const wake = (lane: Lane) => {
    const all = asleep.get(lane) ?? [];
    asleep.delete(lane);
    for (const rise of all) rise();
  };
  stopping.addEventListener("abort", () => [...asleep.keys()].forEach(wake), { once: true });
  return {
    sleep: (lane) =>
      new Promise((rise) => {
        if (stopping.aborted) return rise();
        asleep.set(lane, [...(asleep.get(lane) ?? []), rise]);
      }),
    wake,
    lanes: () => [...asleep.keys()],
  };
}
