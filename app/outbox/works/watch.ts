import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listProgress, type WorkProgress } from "./queries.ts";

/** Whoever looks at work: how often all of it is asked for, in one question. */
const everyMs = 500;
/** Beyond it nobody more is told: each holds a connection. */
const mostWatchers = 1_000;

type Tell = (progress: WorkProgress) => void;
type Watch = { watchers: Map<Id<"work">, Set<Tell>>; told: Map<Id<"work">, string>; timer: NodeJS.Timeout | undefined };

/** Who looks at which work. Nobody who looks, and nothing is asked. */
const watches = new WeakMap<Database, Watch>();

/**
 * Tells of each change of some work, until it is left. However many look, and at however much, one question every half
 * second finds what has changed.
 * @returns how to leave; null where too many look already
 */
export function watchWork(database: Database, id: Id<"work">, tell: Tell): (() => void) | null {
  const watch = watches.get(database) ?? { watchers: new Map(), told: new Map(), timer: undefined };
  watches.set(database, watch);
  const count = [...watch.watchers.values()].reduce((sum, { size }) => sum + size, 0);
  if (count >= mostWatchers) return null;
  const tellers = watch.watchers.get(id) ?? new Set();
  watch.watchers.set(id, tellers.add(tell));
  schedule(database, watch);
  return () => {
    tellers.delete(tell);
    if (tellers.size > 0 || watch.watchers.get(id) !== tellers) return;
    watch.watchers.delete(id);
    watch.told.delete(id);
  };
}

function schedule(database: Database, watch: Watch): void {
  if (watch.timer || watch.watchers.size === 0) return;
  watch.timer = setTimeout(() => {
    // what cannot be read now is told later
    void look(database, watch)
      .catch(() => {})
      .finally(() => {
        watch.timer = undefined;
        schedule(database, watch);
      });
  }, everyMs).unref();
}

async function look(database: Database, { watchers, told }: Watch): Promise<void> {
  for (const progress of await listProgress(database.read, [...watchers.keys()])) {
    const { id, state, unitsDone, changedAt } = progress;
    const news = `${state} ${unitsDone} ${changedAt}`;
    if (told.get(id) === news) continue;
    told.set(id, news);
    for (const tell of watchers.get(id) ?? []) tell(progress);
  }
}
