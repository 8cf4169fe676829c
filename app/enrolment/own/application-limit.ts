import { attempt } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf } from "#app/limits/limits.ts";
import { refusedMinutes } from "#app/sign-in/attempts.ts";
import type { Reading } from "#app/web/doors/door.ts";

/**
 * Each enrolment and withdrawal sends a letter and stays in the history. The attempt is counted before it, in a
 * transaction of its own: a refused one stays counted, and nobody holds the row that counts until a seat is committed.
 */
export async function countApplication({
  actor,
  at,
  context,
}: Pick<Reading, "actor" | "at" | "context">): Promise<undefined> {
  const { accountId } = actor;
  const { address, database, settings } = context;
  const attempts = attemptsOf(applicationLimits, { address, account: accountId });
  const until = await attempt(database, attempts, at, settings.secret);
  if (until === null) return undefined;
  const minutes = refusedMinutes(context, { limit: applicationLimits.account.name, at, until, accountId });
  throw new Response(null, { status: 429, headers: { "Retry-After": String(minutes * 60) } });
}
