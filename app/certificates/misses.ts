import { attemptsOf, verificationLimits } from "#app/limits/limits.ts";
import { countAttempt } from "#app/sign-in/attempts.ts";
import type { Visit } from "#app/web/door.ts";

/**
 * Counts a number that was never issued. A certificate that exists is shown without counting anything: nobody guesses
 * 128 bits, and nobody may keep others from verifying a real certificate.
 * @returns the minutes to wait; null while there is room
 */
export const countMiss = ({ at, context }: Pick<Visit, "at" | "context">): Promise<number | null> =>
  countAttempt(context, attemptsOf(verificationLimits, context), at);
