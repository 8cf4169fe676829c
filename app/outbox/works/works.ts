import type { Carried } from "#app/outbox/events.ts";
import type { JobContext } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { WorkOutcome } from "./rules.ts";

/** Of each kind of long work: the ids that it is given. */
export type WorkKinds = Record<string, readonly `${string}Id`[]>;

/** Every kind of long work. `app/reactions.ts` says who does each. It is given ids only, as an event is. */
export const workKinds = {
  // a list of people that somebody has sent: what would come of it, doing that, and taking it back
  peopleCheck: ["peopleImportId"],
  peopleApply: ["peopleImportId"],
  peopleUndo: ["peopleImportId"],
} as const satisfies WorkKinds;

type OurWorkKinds = typeof workKinds;
export type WorkKind = keyof OurWorkKinds;
export type WorkPayload<Kinds extends WorkKinds, Kind extends keyof Kinds> = Carried<Kinds[Kind][number]>;

/** Work that was claimed. */
export type Work<Payload> = { id: Id<"work">; accountId: Id<"account">; payload: Payload; createdAt: Instant };

/** Where the cursor stands after a step. */
export type StepTaken = {
  /** How many units are done. It is over once these are all. */
  done: number;
  /** How many there are; where it is left out, as many as before. */
  total?: number;
  /** What is being done, in words: the key of a text. */
  note?: FormMessage | null;
};

type Stepping<Ready> = {
  /** How many units are done. */
  done: number;
  ready: Ready;
  at: Instant;
};

/**
 * Does long work in steps. A step does the next units in the transaction in which the cursor moves: each unit is done
 * exactly once, whoever is killed. What it does outside the database may happen twice: mail and documents are events.
 * It takes 20 to 100 ms, since on SQLite nobody else writes meanwhile.
 */
export type WorkHandler<Payload, Ready = unknown> = {
  /** Reads what its steps need, with each claim anew, and outside of any transaction. See `preparingSeconds`. */
  prepare(work: Work<Payload>, context: JobContext): Promise<Ready>;
  step(trx: Writer, work: Work<Payload>, stepping: Stepping<Ready>): Promise<StepTaken>;
  /** In the transaction that ends it, however it ends. */
  end?(trx: Writer, work: Work<Payload>, ending: { outcome: WorkOutcome; at: Instant }): Promise<void>;
};

/** The handler of each declared kind. Written as a method, so that a handler may ask for a narrower payload. */
export type Works<Kinds extends WorkKinds = OurWorkKinds> = {
  [Kind in keyof Kinds]: WorkHandler<WorkPayload<Kinds, Kind>>;
};
