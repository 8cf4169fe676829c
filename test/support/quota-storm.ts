import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { poolSeats, quotaOf } from "#app/nominations/quotas/rules.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { Storm, Stormed } from "./quota-stormer.ts";
import { addCrowd, addWorkshop } from "./world.ts";

type Size = { processes: number; attempts: number; people: number; isLocked: boolean };
type Found = {
  attempts: number;
  /** Seats of a group beyond what it has: the most that was ever seen, while it went on and at its end. */
  oversold: number;
  falselyRefused: number;
  /** Groups with a free seat beside somebody who waits, and counters that differ from what they count: at the end. */
  leftBeside: number;
  miscounted: number;
};

const capacity = 30;
const shares = [8, 6, 6];

/** Several processes enrol and withdraw people of three quotas and of the common pool, all in one workshop. */
export async function stormQuotas(url: string, { processes, attempts, people, isLocked }: Size): Promise<Found> {
  const database = openDatabase(url);
  const { workshopId, everybody } = await prepare(database, people);
  const stormers = Array.from({ length: processes }, () =>
    fork(resolve("test/support/quota-stormer.ts"), { execArgv: [] }),
  );
  await Promise.all(stormers.map(word));
  let oversold = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      oversold = Math.max(oversold, (await lookAt(database, workshopId)).oversold);
      await wait(50);
    }
  })();
  const stormed = await Promise.all(
    stormers.map(async (stormer, i) => {
      const own = everybody.filter((_, place) => place % processes === i);
      const share = Math.floor(attempts / processes);
      stormer.send({ url, workshopId, people: own, attempts: share, isLocked } satisfies Storm);
      return (await word(stormer)) as Stormed;
    }),
  );
  isOver = true;
  await watching;
  const end = await lookAt(database, workshopId);
  await database.close();
  return {
    attempts: stormed.reduce((sum, one) => sum + one.enrolled + one.withdrawn + one.falselyRefused.length, 0),
    oversold: Math.max(oversold, end.oversold),
    falselyRefused: stormed.flatMap(({ falselyRefused }) => falselyRefused).length,
    leftBeside: end.leftBeside,
    miscounted: end.miscounted,
  };
}

/** What a process says next: one that ends without a word is a failure, not a wait. */
const word = (stormer: ChildProcess) =>
  new Promise((said, failed) => {
    stormer.once("message", said);
    stormer.once("exit", (code) => code === 0 || failed(new Error(`a stormer ended with ${code}`)));
  });

async function prepare(database: Database, count: number) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity });
  const personIds = await addCrowd(database, count);
  const institutionIds = shares.map(() => newId<"institution">());
  const at = "2026-10-01T12:00:00.000Z" as const;
  await database.transact(async (trx) => {
    for (const [index, id] of institutionIds.entries()) {
      await trx
        .insertInto("institution")
        .values({ id, code: `S-${index}`, country: "MX", createdAt: at })
        .execute();
      // a quarter of everybody has no quota
      const own = personIds.filter((_, place) => place % 4 === index);
      await trx.updateTable("person").set({ institutionId: id }).where("id", "in", own).execute();
    }
    const quotas = institutionIds.map((institutionId, index) => ({
      ...{ institutionId, country: null, seats: shares[index] as number, releaseOn: null },
    }));
    const division = { capacity, quotas, promotionDays: null, freezeDays: null };
    await divideSeats(trx, workshopId, division, { accountId: null, at });
  });
  const quotas = await listQuotas(database.read, workshopId);
  const pool = capacity - shares.reduce((sum, seats) => sum + seats, 0);
  const everybody = personIds.map((personId, place) => {
    const quota = quotaOf(quotas, { institutionId: institutionIds[place % 4] ?? null, country: "MX" });
    return { personId, group: quota?.id ?? null, seats: quota?.seats ?? pool };
  });
  return { workshopId, everybody };
}

/** The rows of a workshop as one statement sees them, against its seats and its counters. */
async function lookAt({ read }: Database, workshopId: Id<"workshop">) {
  const rows = await read
    .selectFrom("workshop")
    .leftJoin("enrolment", "enrolment.workshopId", "workshop.id")
    .leftJoin("quota", "quota.id", "enrolment.quotaId")
    .select(["enrolment.state", "enrolment.quotaId", "quota.seats"])
    .select(["quota.seatsTaken as quotaSeated", "quota.reserveCount as quotaWaiting"])
    .select(["workshop.capacity", "workshop.seatsTaken", "workshop.reserveCount"])
    .select(["workshop.quotaSeats", "workshop.quotaTaken", "workshop.quotaReserves"])
    .where("workshop.id", "=", workshopId)
    .execute();
  const groups = [...Map.groupBy(rows, ({ quotaId }) => quotaId).values()].map((own) => {
    const [first] = own as [(typeof rows)[number]];
    const pool = poolSeats(first);
    const count = (state: string) => own.filter((row) => row.state === state).length;
    const [seated, waiting] = [count("confirmed"), count("reserve")];
    const seats = first.seats ?? pool.capacity;
    const counted = [first.quotaSeated ?? pool.seatsTaken, first.quotaWaiting ?? pool.reserveCount];
    return { over: seated - seats, isBeside: seated < seats && waiting > 0, counted, found: [seated, waiting] };
  });
  return {
    oversold: Math.max(0, ...groups.map(({ over }) => over)),
    leftBeside: groups.filter(({ isBeside }) => isBeside).length,
    miscounted: groups.filter(({ counted, found }) => counted.join() !== found.join()).length,
  };
}
