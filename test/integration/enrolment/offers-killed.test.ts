import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { endDueOffers } from "#app/enrolment/offers/offers.jobs.ts";
import { plusDays } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addCrowd } from "#test/support/world.ts";
import { addAsking, asked, recorded } from "./offer-world.ts";
import { add } from "./on-behalf.ts";

const rounds = Number(process.env.KILLS ?? 3);
const at = "2026-11-01T12:00:00.000Z" as const;
const people = 24;

describeDatabases("a worker that is killed while offers end", (_open, fresh) => {
  test("ends each of them once, as a whole", { timeout: 240_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const workshopId = await addAsking(database, { code: "MJ-1", capacity: people });
    const crowd = (await addCrowd(database, people)).map((personId) => ({ personId }));
    await database.transact((trx) => add(trx, crowd, { workshopId, accountId: null, at }));
    const due = plusDays(at, 11);
    const ended = async () => (await asked(database, workshopId)).filter(({ state }) => state === "withdrawn").length;
    for (let round = 0; round < rounds; round += 1) {
      const worker = spawn(process.execPath, [resolve("test/support/offer-ender.ts"), url, due], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      const before = await ended();
      // after one more at least, and at any moment of the next
      while (worker.exitCode === null && (await ended()) === before && before < people) await wait(20);
      await wait(round * 2);
      worker.kill("SIGKILL");
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
    }
    await wait(50);
    await endDueOffers(database, due);
    expect(await ended()).toBe(people);
    expect(await recorded(database, "enrolment.lapsed")).toBe(people);
    const ends = await database.read
      .selectFrom("outbox")
      .select("payload")
      .where("event", "=", "offer.ended")
      .execute();
    // a letter, and the reports to others
    expect([ends.length, new Set(ends.map(({ payload }) => payload)).size]).toEqual([2 * people, people]);
    const counters = await database.read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).execute();
    expect(counters).toEqual([{ seatsTaken: 0, reserveCount: 0 }]);
    await database.close();
  });
});
