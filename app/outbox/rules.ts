import { type Instant, plusMinutes } from "#app/time/instant.ts";

/** Minutes from the first failure to the second attempt, and so on: a weekend without a mail server is survived. */
const pauses = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60] as const;

export const maximumAttempts = pauses.length + 1;

/** Nothing is put off for longer. */
export const longestPauseMinutes = Math.max(...pauses);

/** What was done is of use to nobody afterwards, but where something went wrong. */
export const doneDays = 90;

/** Longer than any handler may take; after it, a job whose worker died is free again. */
export const claimMinutes = 2;

/** How long a job that was claimed together with others may wait until it is begun. Its claim is longer by this. */
export const waitingSeconds = 15;

/**
 * How long nothing more has to change before people are told of it, all at once. Longer than a claim: a letter that was
 * on its way when the last change came has arrived by then.
 */
export const quietMinutes = claimMinutes + 3;

/** Work of one kind, which waits for nothing but its own kind. */
export type Lane = {
  /** The names of its reactions; of the last lane, those that it leaves to the others. */
  reactions: readonly string[];
  isRest?: boolean;
  /** How many of its jobs run at the same time. */
  atOnce: number;
  /** How many a worker claims at once. */
  claimed: number;
  /** Its jobs may have others follow from them, of any lane. */
  hasSequel?: boolean;
};

// a mail server may keep each of its letters waiting for a minute
const letters: Lane = { reactions: ["letter"], atOnce: 4, claimed: 16 };
// each takes all of a processor while it is made
const documents: Lane = { reactions: ["document"], atOnce: 1, claimed: 1, hasSequel: true };

/** What waits for a server elsewhere, what takes long here, and everything quick, such as seats that move up. */
export const lanes: readonly Lane[] = [
  letters,
  documents,
  { reactions: [...letters.reactions, ...documents.reactions], isRest: true, atOnce: 2, claimed: 10, hasSequel: true },
];

export const isInLane = ({ reactions, isRest = false }: Lane, reaction: string): boolean =>
  reactions.includes(reaction) !== isRest;

/** When to try again after so many attempts (1 is the first); null when the job has failed for good. */
export function retryAt(attempts: number, at: Instant): Instant | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : plusMinutes(at, pause);
}
