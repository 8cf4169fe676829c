import type { Selectable } from "kysely";
import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import type { ClashOverrideTable } from "#db/schema.ts";
import { aroundOf, findSurroundings, listOverrides, listPlacedSessions, type PlacedSession } from "./queries.ts";
import { type Clash, clashKey, findClashes, isAdvice } from "./rules.ts";

/** Sessions that have just been written, and why what is in their way may stand; empty where nobody has said. */
type Settling = {
  sessionIds: readonly Id<"session">[];
  reason: string;
  /** What has to have a reason: all but advice where nothing else is said. */
  asks?: (clash: Clash) => boolean;
};

type OpenClashes = { clashes: Clash[]; placed: PlacedSession[] };

/**
 * What is in the way of sessions that this transaction has written, and has no reason yet. Where a reason is given it
 * is kept for each, and nothing is open any more.
 * Those who teach are held first, then the rooms, each in the order of their ids: of two who book one at the same
 * moment, the second waits, and then sees what the first has booked.
 */
export async function settleClashes(
  trx: Writer,
  { sessionIds, reason, asks = (clash) => !isAdvice(clash) }: Settling,
  { accountId, at }: By,
): Promise<OpenClashes> {
  const none = { clashes: [], placed: [] };
  if (!sessionIds.length) return none;
  const written = await trx
    .selectFrom("session")
    .select(["id", "roomId", "startsAt", "endsAt"])
    .where("id", "in", [...sessionIds])
    .execute();
  await hold(trx, "faculty", ...(await listFacultyOf(trx, sessionIds)));
  await hold(trx, "room", ...new Set(written.flatMap(({ roomId }) => roomId ?? [])));
  const around = aroundOf(written.filter(({ endsAt }) => endsAt > at));
  if (!around) return none;
  const placed = await listPlacedSessions(trx, around);
  const ids = new Set<string>(sessionIds);
  const clashes = findClashes(placed, await findSurroundings(trx, placed, ids), ids).filter(asks);
  if (!clashes.length) return none;
  const times = new Map(placed.map((booking) => [booking.id as string, booking]));
  const known = await listOverrides(trx, idsOf(clashes));
  const open = clashes.filter((clash) => !known.has(clashKey(clash, times)));
  if (!reason) return { clashes: open, placed };
  for (const clash of open) {
    const [sessionId] = idsOf([clash]) as [Id<"session">];
    const key = clashKey(clash, times);
    await trx
      .insertInto("clashOverride")
      .values({ sessionId, clashKey: key, reason, decidedAt: at, decidedBy: accountId })
      .execute();
    const details = { clash: clash.kind, sessions: clash.sessionIds, reason };
    await audit(trx, at, { accountId, action: "clash.accepted", subjectId: sessionId, details });
  }
  return none;
}

async function listFacultyOf(trx: Writer, sessionIds: readonly Id<"session">[]): Promise<Set<Id<"faculty">>> {
  const rows = await trx
    .selectFrom("sessionStaff")
    .select("facultyId")
    .where("sessionId", "in", [...sessionIds])
    .execute();
  return new Set(rows.map(({ facultyId }) => facultyId));
}

const idsOf = (clashes: readonly Clash[]) => clashes.flatMap(({ sessionIds }) => sessionIds) as Id<"session">[];

/** What was decided about sessions that were deleted, and are there again as they were. */
export async function restoreOverrides(trx: Writer, rows: readonly Selectable<ClashOverrideTable>[]): Promise<void> {
  for (const row of rows) await trx.insertInto("clashOverride").values(row).execute();
}
