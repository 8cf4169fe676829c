import { findWait, spend } from "#app/limits/commands.ts";
import { attemptsOf, verificationLimits } from "#app/limits/limits.ts";
import { refusedMinutes } from "#app/sign-in/attempts.ts";
import type { Visit } from "#app/web/doors/door.ts";
import { later } from "#app/web/doors/later.ts";
import { newId } from "#db/new-id.ts";

/**
 * Counts a number that was never issued. A certificate that exists is shown without counting anything: nobody guesses
 * 128 bits, and nobody may keep others from verifying a real certificate.
 * It is counted after the answer: whoever looks something up reads, also while nothing can be written.
 * @returns the minutes to wait; null while there is room
 */
export async function countMiss({ at, context }: Pick<Visit, "at" | "context">): Promise<number | null> {
  const { database, settings } = context;
  const attempts = attemptsOf(verificationLimits, context);
  const until = await findWait(database.read, attempts, at, settings.secret);
  if (until !== null) return refusedMinutes(context, { limit: attempts[0]?.limit.name, at, until });
  later(context, `miss ${newId()}`, (trx) => spend(trx, attempts, at, settings.secret));
  return null;
}
