import { spend } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf, minutesToWait } from "#app/limits/limits.ts";
import { refuse, type Writing } from "#app/web/door.ts";

type Applying = Pick<Writing, "actor" | "at" | "context">;

/**
 * Each enrolment and withdrawal writes to somebody and for good. The attempt is counted with the change itself,
 * in one transaction: one that is turned away here counts no further.
 */
export async function countApplication(trx: Writing["trx"], { actor, at, context }: Applying): Promise<void> {
  const until = await spendAttempt(trx, { actor, at, context });
  if (until === null) return;
  const { log, requestId } = context;
  log.warn(
    { requestId, limit: applicationLimits.account.name, accountId: actor.accountId, until },
    "too many attempts",
  );
  throw new Response(null, { status: 429, headers: { "Retry-After": String(minutesToWait(at, until) * 60) } });
}

/**
 * Refuses an application that its limit has counted. Refusing undoes the count too, so the application is counted
 * again.
 */
export const refuseApplication = (answer: Response, visit: Applying): never =>
  refuse(answer, { keeping: (trx) => spendAttempt(trx, visit) });

const spendAttempt = (trx: Writing["trx"], { actor, at, context: { address, settings } }: Applying) =>
  spend(trx, attemptsOf(applicationLimits, { address, account: actor.accountId }), at, settings.secret);
