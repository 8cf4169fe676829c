import type { Actor } from "#app/access/actor.ts";
import { touchSession } from "#app/sessions/commands.ts";
import { findActor } from "#app/sessions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import { later } from "./later.ts";

/** One look-up a request, although its loaders run side by side. */
const lookups = new WeakMap<AppContext, { token: string | null; actor: Promise<Actor | null> }>();

/** Who is behind the token of a cookie or of a bearer: today both are a session's. */
export function actorOf(token: string | null, context: AppContext, at: Instant): Promise<Actor | null> {
  const known = lookups.get(context);
  if (known?.token === token) return known.actor;
  const actor = lookUp(token, context, at);
  lookups.set(context, { token, actor });
  return actor;
}

/** The same, looked up anew. */
export function actorOnceMore(token: string | null, context: AppContext, at: Instant): Promise<Actor | null> {
  lookups.delete(context);
  return actorOf(token, context, at);
}

async function lookUp(token: string | null, context: AppContext, at: Instant): Promise<Actor | null> {
  const found = token && (await findActor(context.database.read, token, at));
  if (!found) return null;
  const { sessionId } = found.actor;
  if (found.isStale) later(context, `seen ${sessionId}`, (trx) => touchSession(trx, { sessionId, at }));
  return found.actor;
}
