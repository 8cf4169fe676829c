import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { placement } from "#app/enrolment/rules.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

export type Storm = {
  url: string;
  workshopId: Id<"workshop">;
  /** Whom this process alone acts for, so that it knows whether they are in; and the seats of their group. */
  people: { personId: Id<"person">; group: Id<"quota"> | null; seats: number }[];
  attempts: number;
  isLocked: boolean;
};
export type Stormed = { enrolled: number; withdrawn: number; falselyRefused: string[] };

const at = "2026-11-01T12:00:00.000Z" as const;
const by = { accountId: null, at };
/** So many of a process's people act at once. */
const atOnce = 8;

type Someone = Storm["people"][number];

/** A busy site asks people to try again, and they do. */
async function untilHeard<T>({ dialect }: Database, attempt: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (!dialect.isUnavailable(error)) throw error;
    }
}

/** The negative control: what enrolling would be without holding the workshop's row. */
async function enrolUnlocked(database: Database, workshopId: Id<"workshop">, { personId, group, seats }: Someone) {
  const { taken } = await database.read
    .selectFrom("enrolment")
    .select(({ fn }) => fn.countAll<number>().as("taken"))
    .where("workshopId", "=", workshopId)
    .where("quotaId", "is not distinct from", group)
    .executeTakeFirstOrThrow();
  const { status: state } = placement({ capacity: seats, seatsTaken: taken, reserveCount: 0 });
  // its ticket stands for "last come": without the lock nobody hands out an order
  const ticket = Math.floor(Math.random() * 1e9);
  const values = { workshopId, personId, quotaId: group, state, ticket, requestedAt: at, changedAt: at };
  await database.transact((trx) =>
    trx
      .insertInto("enrolment")
      .values({ id: newId(), ...values })
      .execute(),
  );
}

async function storm({ url, workshopId, people, attempts, isLocked }: Storm): Promise<Stormed> {
  const database = openDatabase(url);
  const stormed: Stormed = { enrolled: 0, withdrawn: 0, falselyRefused: [] };
  const inside = new Set<Id<"person">>();
  const turn = async (one: Someone) => {
    const { personId } = one;
    if (!isLocked) return inside.has(personId) ? undefined : enrolUnlocked(database, workshopId, one);
    const isIn = inside.has(personId);
    const request = { personId, workshopId };
    const outcome = isIn
      ? await untilHeard(database, () => database.transact((trx) => withdraw(trx, request, by)))
      : await untilHeard(database, () => database.transact((trx) => enrol(trx, request, by)));
    if (outcome.status === "refused") stormed.falselyRefused.push(outcome.because);
    else if (isIn) stormed.withdrawn += 1;
    else stormed.enrolled += 1;
  };
  const lanes = Array.from({ length: Math.min(atOnce, people.length) }, (_, lane) =>
    people.filter((_, place) => place % atOnce === lane),
  );
  await Promise.all(
    lanes.map(async (own, lane) => {
      const share = Math.floor(attempts / lanes.length) + (lane < attempts % lanes.length ? 1 : 0);
      for (let done = 0; done < share; done += 1) {
        const one = own[Math.floor(Math.random() * own.length)] as Someone;
        await turn(one);
        if (isLocked && inside.has(one.personId)) inside.delete(one.personId);
        else inside.add(one.personId);
      }
    }),
  );
  await database.close();
  return stormed;
}

process.on("message", async (message: Storm) => {
  process.send?.(await storm(message));
  process.disconnect();
});
process.send?.("ready");
