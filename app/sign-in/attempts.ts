import { data } from "@remix-run/node";
import { attempt } from "#app/limits/commands.ts";
import { type Attempt, minutesToWait } from "#app/limits/limits.ts";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Id } from "#db/id.ts";

type Refused = { limit: string | undefined; at: Instant; until: Instant; accountId?: Id<"account"> };

/** Logs that there were too many attempts. @returns the minutes to wait */
export function refusedMinutes(
  { log, requestId }: Pick<AppContext, "log" | "requestId">,
  { at, ...about }: Refused,
): number {
  log.warn({ requestId, ...about }, "too many attempts");
  return minutesToWait(at, about.until);
}

/** Counts an attempt. @returns the minutes to wait where there were too many; null while there is room */
async function countAttempt(context: AppContext, attempts: Attempt[], at: Instant) {
  const { database, settings } = context;
  const until = await attempt(database, attempts, at, settings.secret);
  return until === null ? null : refusedMinutes(context, { limit: attempts[0]?.limit.name, at, until });
}

/** The same for a form, which is refused where there were too many attempts. */
export async function countOrRefuse(context: AppContext, attempts: Attempt[], values: Fields, at: Instant) {
  const waitMinutes = await countAttempt(context, attempts, at);
  if (waitMinutes === null) return;
  const { data: given } = invalid({ "": "access:form.tooMany" }, values);
  const headers = { "Retry-After": String(waitMinutes * 60) };
  refuse(data({ ...given, waitMinutes }, { status: 429, headers }));
}
