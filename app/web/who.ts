import type { Actor } from "#app/access/actor.ts";
import { touchSession } from "#app/sessions/commands.ts";
import { findActor } from "#app/sessions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "./context.ts";
import { sessionToken } from "./cookie.ts";

/** One look-up a request, although its loaders run side by side. */
const lookups = new WeakMap<AppContext, Promise<Actor | null>>();

export function actorOf(request: Request, context: AppContext, at: Instant): Promise<Actor | null> {
  const known = lookups.get(context);
  if (known) return known;
  const lookup = lookUp(request, context, at);
  lookups.set(context, lookup);
  return lookup;
}

async function lookUp(request: Request, { database, settings }: AppContext, at: Instant): Promise<Actor | null> {
  const token = sessionToken(request, settings.secure);
  const found = token && (await findActor(database.read, token, at));
  if (!found) return null;
  if (found.isStale) await database.transact((trx) => touchSession(trx, { sessionId: found.actor.sessionId, at }));
  return found.actor;
}
