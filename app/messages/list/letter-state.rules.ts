import { type MailKind, mailKinds } from "#app/mail/kinds.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

/** Kinds of letters about a workshop: those about an account have nothing to do with one. */
export const listedKinds = mailKinds.filter(
  (kind): kind is Exclude<MailKind, `account.${string}`> => !kind.startsWith("account."),
);

export const letterStates = ["sent", "waiting", "failed"] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter that was composed, and its job as long as that is kept. */
type Composed = { waitsIn: Id<"outbox"> | null; doneAt: Instant | null; failedAt: Instant | null };

/** What became of it. A job that was done is cleared away in the end; one that has failed is not. */
export function letterState({ waitsIn, doneAt, failedAt }: Composed): LetterState {
  if (!waitsIn || doneAt) return "sent";
  return failedAt ? "failed" : "waiting";
}
