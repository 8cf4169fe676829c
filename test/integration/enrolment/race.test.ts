import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import type { Race, Result } from "#test/support/enrol-racer.ts";
import { addCrowd, addWorkshop } from "#test/support/world.ts";

const capacity = 30;
const people = 200;
const processes = 4;

/** What a process says next: one that ends without a word is a failure, not a wait. */
const word = (racer: ChildProcess) =>
  new Promise((said, failed) => {
    racer.once("message", said);
    racer.once("exit", (code) => code === 0 || failed(new Error(`a racer ended with ${code}`)));
  });

/** Several processes, each on connections of its own, begin at one word. */
async function raceInProcesses(race: Omit<Race, "personIds">, personIds: Id<"person">[]): Promise<Result[]> {
  const racers = Array.from({ length: processes }, () =>
    fork(resolve("test/support/enrol-racer.ts"), { execArgv: [] }),
  );
  await Promise.all(racers.map(word));
  const results = racers.map(async (racer, i) => {
    racer.send({ ...race, personIds: personIds.filter((_, position) => position % processes === i) } satisfies Race);
    return (await word(racer)) as Result[];
  });
  return (await Promise.all(results)).flat();
}

async function prepare(url: string) {
  const database = openDatabase(url);
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity });
  const personIds = await addCrowd(database, people);
  return { database, workshopId, personIds };
}

describeDatabases("two hundred people, thirty seats, four processes", (_open, fresh) => {
  test("thirty are confirmed, 170 wait in order, nobody is refused", { timeout: 60_000 }, async () => {
    const url = await fresh();
    const { database, workshopId, personIds } = await prepare(url);
    const results = await raceInProcesses({ url, workshopId, isLocked: true }, personIds);

    expect(results.filter(({ status }) => status === "confirmed")).toHaveLength(capacity);
    expect(results.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b)).toEqual(
      Array.from({ length: people - capacity }, (_, i) => i + 1),
    );
    const rows = await database.read
      .selectFrom("enrolment")
      .select(["personId", "state", "ticket"])
      .orderBy("ticket")
      .execute();
    expect(rows.map(({ ticket }) => ticket)).toEqual(Array.from({ length: people }, (_, i) => i + 1));
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array(capacity).fill("confirmed"),
      ...Array(people - capacity).fill("reserve"),
    ]);
    const ranks = rows
      .slice(capacity)
      .map(({ personId }) => results.find((result) => result.personId === personId)?.rank);
    expect(ranks).toEqual(Array.from({ length: people - capacity }, (_, i) => i + 1));
    const counters = await database.read
      .selectFrom("workshop")
      .select(["seatsTaken", "reserveCount"])
      .where("id", "=", workshopId)
      .executeTakeFirst();
    expect(counters).toEqual({ seatsTaken: capacity, reserveCount: people - capacity });
    const { messages } = await database.read
      .selectFrom("outbox")
      .select(({ fn }) => fn.countAll<number>().as("messages"))
      .executeTakeFirstOrThrow();
    expect(messages).toBe(people);
    await database.close();
  });

  test("negative control: without the hold on the workshop's row, seats are oversold", {
    timeout: 120_000,
  }, async () => {
    let seated = 0;
    for (let round = 0; round < 5 && seated <= capacity; round += 1) {
      const url = await fresh();
      const { database, workshopId, personIds } = await prepare(url);
      const results = await raceInProcesses({ url, workshopId, isLocked: false }, personIds);
      seated = results.filter(({ status }) => status === "confirmed").length;
      await database.close();
    }
    expect(seated).toBeGreaterThan(capacity);
  });
});
