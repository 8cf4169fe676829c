import type { Logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Carried, EventMap, EventName, OurEvents, Payload } from "./events.ts";

/** One reaction to one event. */
export type Job<Payload = Record<string, Id>> = { id: Id<"outbox">; payload: Payload; createdAt: Instant };
export type JobContext = {
  database: Database;
  settings: Settings;
  log: Logger;
  at: Instant;
  /** What the jobs that were claimed together have read of what they are about: see `readAlike`. */
  alike?: Map<string, Promise<unknown>>;
};

/**
 * Reads something once for all jobs that were claimed together: letters about one workshop read the same of it.
 * It may have been read as long before as a claim lasts. For what a change tells its readers of by itself.
 */
export function readAlike<Found>({ alike }: JobContext, key: string, read: () => Promise<Found>): Promise<Found> {
  const known = alike?.get(key) as Promise<Found> | undefined;
  if (known) return known;
  const reading = read();
  alike?.set(key, reading);
  reading.catch(() => alike?.delete(key));
  return reading;
}

/** The answer of a handler that has ended its job itself, in the transaction of its work: it was `completeJob`d. */
export const ended = "ended";

/**
 * May run more than once with the same job: what it does outside the database is told apart by the job's id.
 * Where it answers `ended`, nobody ends its job once more.
 */
export type HandlerOf<Payload> = (job: Job<Payload>, context: JobContext) => Promise<unknown>;

/** What follows from one event of ours. */
export type Handler<Name extends EventName> = HandlerOf<Payload<OurEvents, Name>>;

/** The handler of each declared reaction: no reaction more, and none less. */
export type Reactions<Declared extends EventMap = OurEvents> = {
  [Name in keyof Declared]: { [Reaction in Declared[Name]["reactions"][number]]: HandlerOf<Payload<Declared, Name>> };
};

/** Something that is looked for now and then, whether or not an event has told of it. */
export type Round = (database: Database, at: Instant) => Promise<void>;

/** Where so many fail, it is not because of what they are about. */
const mostFailed = 5;

/**
 * Acts on one after another, each in a transaction of its own: one that fails keeps no other from its turn.
 * @throws what was thrown first, once all have had their turn
 */
export async function eachAlone<Item>(items: Iterable<Item>, act: (item: Item) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) {
    await act(item).catch((error: unknown) => failed.push(error));
    if (failed.length === mostFailed) break;
  }
  if (failed.length) throw failed[0];
}

/** Another attempt cannot help. `reason` is a word for the log and the desk, without personal data: `EENVELOPE 550`. */
export class PermanentFailure extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "PermanentFailure";
    this.reason = reason;
  }
}

/**
 * What an event carries, out of what the outbox has stored.
 * @param names the names of what the event is declared to carry
 * @throws PermanentFailure where one is missing: the job can never run
 */
export function payloadOf<const Name extends `${string}Id`>(names: readonly Name[], stored: string): Carried<Name> {
  const values = JSON.parse(stored) as Partial<Record<string, string>>;
  const entries = names.map((name) => {
    const value = values[name];
    if (!value) throw new PermanentFailure("IncompletePayload");
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Carried<Name>;
}
