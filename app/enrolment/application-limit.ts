import { spend } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf, minutesToWait } from "#app/limits/limits.ts";
import type { Writing } from "#app/web/form-door.ts";

type Applying = Pick<Writing<unknown>, "trx" | "actor" | "at" | "context">;

/** Each enrolment and withdrawal writes to somebody and for good. Counted with the change itself: what is refused here counts no further. */
export async function countApplication({ trx, actor, at, context }: Applying): Promise<void> {
  const { address, settings, log, requestId } = context;
  const until = await spend(
    trx,
    attemptsOf(applicationLimits, { address, account: actor.accountId }),
    at,
    settings.secret,
  );
  if (until === null) return;
  log.warn(
    { requestId, limit: applicationLimits.account.name, accountId: actor.accountId, until },
    "too many attempts",
  );
  throw new Response(null, { status: 429, headers: { "Retry-After": String(minutesToWait(at, until) * 60) } });
}
