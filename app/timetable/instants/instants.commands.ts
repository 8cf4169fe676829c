import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { findSpan } from "#app/timetable/queries.ts";
import { noteSessions } from "#app/workshops/commands.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { listPlannedWorkshops, listStoredTimes } from "./instants.queries.ts";
import { type Derived, derivedSpan } from "./instants.rules.ts";

type Stored = Awaited<ReturnType<typeof listStoredTimes>>[number];

/** A session whose instants are others by the rules that hold now, or that its clock does not show any more. */
type Rederived = { code: string; session: Stored; derived: Exclude<Derived, { status: "stands" }> };

/**
 * Derives the instants of all sessions anew from what clocks on the wall show, and says what is different. It writes
 * only where it is asked to: a workshop in one transaction, which is told of as any change of a plan is. Done again, it
 * finds nothing left but what is lost.
 */
export async function deriveInstants(
  database: Database,
  { writes, by }: { writes: boolean; by: By },
): Promise<Rederived[]> {
  const found: Rederived[] = [];
  for (const { id, code } of await listPlannedWorkshops(database.read)) {
    const others = await listOthers(database.read, id);
    const settled = writes && others.length ? await database.transact((trx) => rewrite(trx, id, by)) : others;
    found.push(...settled.map((other) => ({ code, ...other })));
  }
  return found;
}

async function listOthers(db: Reader, workshopId: Id<"workshop">) {
  const sessions = await listStoredTimes(db, workshopId);
  return sessions.flatMap((session) => {
    const derived = derivedSpan(session);
    return derived.status === "stands" ? [] : [{ session, derived }];
  });
}

/** The workshop is held, then read again: somebody may have planned meanwhile. */
async function rewrite(trx: Writer, workshopId: Id<"workshop">, { accountId, at }: By) {
  await hold(trx, "workshop", workshopId);
  const others = await listOthers(trx, workshopId);
  const moved = others.filter(({ derived }) => derived.status === "moves");
  for (const { session, derived } of moved) {
    if (derived.status !== "moves") continue;
    const { status: _, ...span } = derived;
    await trx.updateTable("session").set(span).where("id", "=", session.id).execute();
    const details = {
      because: "zoneRules",
      before: [session.startsAt, session.endsAt],
      now: [span.startsAt, span.endsAt],
    };
    await audit(trx, at, { accountId, action: "session.changed", subjectId: session.id, details });
  }
  if (moved.length) await noteSessions(trx, await findSpan(trx, workshopId), at);
  return others;
}
