import { createHook } from "node:async_hooks";

/** How many runs of scrypt there were while `work` went on, and how many of them at once. */
export async function watchScrypt(work: () => Promise<unknown>): Promise<{ runs: number; atOnce: number }> {
  const running = new Set<number>();
  const seen = { runs: 0, atOnce: 0 };
  const hook = createHook({
    init(id, type) {
      if (type !== "SCRYPTREQUEST") return;
      running.add(id);
      seen.runs += 1;
      seen.atOnce = Math.max(seen.atOnce, running.size);
    },
    before: (id) => void running.delete(id),
  }).enable();
  await work().finally(() => hook.disable());
  return seen;
}
