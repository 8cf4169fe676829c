import { type Instant, minuteOf } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import { findLastChange } from "./queries.ts";

type Memory = { change: number; minute: string; found: Map<string, unknown> };
const memories = new WeakMap<Reader, Memory>();

/** More keys than people ask for in a minute. Beyond them answers are found anew, and not kept. */
const most = 200;

/**
 * Keeps what `look` finds until the audit has another entry that is about more than a sign-in, or until the minute has
 * passed. This is right because whatever pages show is changed together with an audit entry. It is meant for pages that
 * many people see alike. What is found is shared: nobody may change it.
 * @param key everything that `look` depends on, other than the database and the minute
 */
export async function untilChanged<Found>(
  db: Reader,
  at: Instant,
  key: unknown[],
  look: () => Promise<Found>,
): Promise<Found> {
  // before the look: what changes meanwhile counts for the next one
  const change = await findLastChange(db);
  const { found } = memoryOf(db, change, minuteOf(at));
  const name = JSON.stringify(key);
  if (found.has(name)) return found.get(name) as Found;
  const answer = await look();
  if (found.size < most) found.set(name, answer);
  return answer;
}

function memoryOf(db: Reader, change: number, minute: string): Memory {
  const known = memories.get(db);
  if (known?.change === change && known.minute === minute) return known;
  const fresh = { change, minute, found: new Map() };
  memories.set(db, fresh);
  return fresh;
}
