import { attempt } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf, minutesToWait } from "#app/limits/limits.ts";
import type { Reading } from "#app/web/door.ts";

/**
 * Each enrolment and withdrawal writes to somebody and for good.
 * The attempt is counted before it, in a transaction of its own:
 * what a refused one counts stays, and nobody holds the row that counts for everybody until a seat is committed.
 */
export async function countApplication({
  actor,
  at,
  context,
}: Pick<Reading, "actor" | "at" | "context">): Promise<undefined> {
  const { address, database, settings, log, requestId } = context;
  const attempts = attemptsOf(applicationLimits, { address, account: actor.accountId });
  const until = await attempt(database, attempts, at, settings.secret);
  if (until === null) return undefined;
  log.warn(
    { requestId, limit: applicationLimits.account.name, accountId: actor.accountId, until },
    "too many attempts",
  );
  throw new Response(null, { status: 429, headers: { "Retry-After": String(minutesToWait(at, until) * 60) } });
}
