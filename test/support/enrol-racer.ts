import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { placement } from "#app/enrolment/rules.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

export type Race = {
  url: string;
  workshopId: Id<"workshop">;
  personIds: Id<"person">[];
  isLocked: boolean;
  /** Whether a coordinator adds them, five at a time. */
  isOnBehalf?: boolean;
};
export type Result = { personId: Id<"person">; status: string; rank: number | null };

const at = "2026-11-01T12:00:00.000Z" as const;

/** The negative control: what enrolling would be without holding the workshop's row. */
async function enrolUnlocked(
  database: Database,
  workshopId: Id<"workshop">,
  personId: Id<"person">,
): Promise<Omit<Result, "personId">> {
  const { capacity } = await database.read
    .selectFrom("workshop")
    .select("capacity")
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  const { taken } = await database.read
    .selectFrom("enrolment")
    .select(({ fn }) => fn.countAll<number>().as("taken"))
    .where("workshopId", "=", workshopId)
    .executeTakeFirstOrThrow();
  const placed = placement({ capacity, seatsTaken: taken, reserveCount: 0 });
  // its ticket stands for "last come": without the lock nobody hands out an order
  const values = {
    workshopId,
    personId,
    state: placed.status,
    ticket: Math.floor(Math.random() * 1e9),
    requestedAt: at,
    changedAt: at,
  };
  await database.transact((trx) =>
    trx
      .insertInto("enrolment")
      .values({ id: newId(), ...values })
      .execute(),
  );
  return { status: placed.status, rank: null };
}

/** A busy site asks people to try again: on a slow machine some of two hundred at once are, and they do. */
async function untilHeard<T>({ dialect }: Database, attempt: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (!dialect.isUnavailable(error)) throw error;
    }
}

const inFives = (ids: Id<"person">[]) => [...Map.groupBy(ids, (_, place) => Math.floor(place / 5)).values()];

async function race({ url, workshopId, personIds, isLocked, isOnBehalf }: Race): Promise<Result[]> {
  const database = openDatabase(url);
  const one = async (personId: Id<"person">): Promise<Result> => {
    if (!isLocked) return { personId, ...(await enrolUnlocked(database, workshopId, personId)) };
    const outcome = await untilHeard(database, () =>
      database.transact((trx) => enrol(trx, { personId, workshopId }, { accountId: null, at })),
    );
    return { personId, status: outcome.status, rank: "rank" in outcome ? outcome.rank : null };
  };
  const five = async (ids: Id<"person">[]): Promise<Result[]> => {
    const adding = { workshopId, personIds: ids, reason: null, note: null, seats: 0 };
    await untilHeard(database, () => database.transact((trx) => addOnBehalf(trx, adding, { accountId: null, at })));
    return ids.map((personId) => ({ personId, status: "added", rank: null }));
  };
  const results =
    isOnBehalf && isLocked
      ? (await Promise.all(inFives(personIds).map(five))).flat()
      : await Promise.all(personIds.map(one));
  await database.close();
  return results;
}

process.on("message", async (message: Race) => {
  process.send?.(await race(message));
  process.disconnect();
});
process.send?.("ready");
