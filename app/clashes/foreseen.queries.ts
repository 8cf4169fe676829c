import type { Reader } from "#db/database.ts";
import { aroundOf, findSurroundings, listOverrides, listPlacedSessions, type PlacedSession } from "./queries.ts";
import { type BookedSession, type Clash, clashKey, findClashes, isAdvice } from "./rules.ts";

/** When a session would be held. */
type Foreseen = Pick<BookedSession, "id" | "startsLocal" | "endsLocal" | "startsAt" | "endsAt">;

/**
 * What would be in the way of sessions at other times, before anything is written. Saving looks again, and holds what
 * it decides about.
 * @param now the same sessions as they are held now
 */
export async function findForeseenClashes(
  db: Reader,
  { now, moved }: { now: readonly Foreseen[]; moved: readonly Foreseen[] },
): Promise<{ clashes: Clash[]; placed: PlacedSession[] }> {
  const [around, before] = [aroundOf(moved), aroundOf(now)];
  if (!around || !before) return { clashes: [], placed: [] };
  const times = new Map(moved.map((session) => [session.id, session]));
  const own = (await listPlacedSessions(db, before)).filter(({ id }) => times.has(id));
  const others = (await listPlacedSessions(db, around)).filter(({ id }) => !times.has(id));
  const placed = [...others, ...own.map((session) => ({ ...session, ...times.get(session.id), id: session.id }))];
  const ids = new Set(own.map(({ id }) => id as string));
  const clashes = findClashes(placed, await findSurroundings(db, placed, ids), ids).filter((clash) => !isAdvice(clash));
  const known = await listOverrides(db, [...ids] as PlacedSession["id"][]);
  const byId = new Map(placed.map((session) => [session.id as string, session]));
  return { clashes: clashes.filter((clash) => !known.has(clashKey(clash, byId))), placed };
}
