import type { Instant } from "#app/time/instant.ts";

/** Does something at the first call, and again at each that comes so much later. */
export function nowAndThen(everyMs: number, act: (at: Instant) => Promise<void>): (at: Instant) => Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  return async (at) => {
    if (performance.now() - lastMs < everyMs) return;
    lastMs = performance.now();
    await act(at);
  };
}
