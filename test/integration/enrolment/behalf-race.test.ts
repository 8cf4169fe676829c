import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import type { Race, Result } from "#test/support/enrol-racer.ts";
import { addCrowd, addWorkshop } from "#test/support/world.ts";

const capacity = 30;
const people = 80;

const word = (racer: ChildProcess) =>
  new Promise((said, failed) => {
    racer.once("message", said);
    racer.once("exit", (code) => code === 0 || failed(new Error(`a racer ended with ${code}`)));
  });

/** Officials enrol in two processes while coordinators add others in two. */
async function race(
  url: string,
  { isLocked }: Pick<Race, "isLocked">,
  workshopId: Id<"workshop">,
  ids: Id<"person">[],
) {
  const racers = [0, 1, 2, 3].map(() => fork(resolve("test/support/enrol-racer.ts"), { execArgv: [] }));
  await Promise.all(racers.map(word));
  const results = racers.map(async (racer, index) => {
    const personIds = ids.filter((_, place) => place % 4 === index);
    const isOnBehalf = index % 2 === 1;
    racer.send({ url, workshopId, personIds, isOnBehalf, isLocked: isLocked || !isOnBehalf } satisfies Race);
    return (await word(racer)) as Result[];
  });
  return (await Promise.all(results)).flat();
}

async function prepare(url: string) {
  const database = openDatabase(url);
  return {
    database,
    workshopId: await addWorkshop(database, { code: "MJ-1", capacity }),
    ids: await addCrowd(database, people),
  };
}

const rowsOf = ({ read }: Database) =>
  read.selectFrom("enrolment").select(["state", "ticket"]).orderBy("ticket").execute();

describeDatabases("coordinators add forty people while forty enrol, for thirty seats", (_open, fresh) => {
  test("thirty are confirmed, the others wait in the order in which they came", { timeout: 60_000 }, async () => {
    const url = await fresh();
    const { database, workshopId, ids } = await prepare(url);
    await race(url, { isLocked: true }, workshopId, ids);
    const rows = await rowsOf(database);
    expect(rows.map(({ ticket }) => ticket)).toEqual(Array.from({ length: people }, (_, index) => index + 1));
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array(capacity).fill("confirmed"),
      ...Array(people - capacity).fill("reserve"),
    ]);
    const counters = await database.read
      .selectFrom("workshop")
      .select(["seatsTaken", "reserveCount", "lastTicket"])
      .executeTakeFirst();
    expect(counters).toEqual({ seatsTaken: capacity, reserveCount: people - capacity, lastTicket: people });
    await database.close();
  });

  test("negative control: added without the hold on the workshop's row, they are too many", {
    timeout: 120_000,
  }, async () => {
    let seated = 0;
    for (let round = 0; round < 5 && seated <= capacity; round += 1) {
      const url = await fresh();
      const { database, workshopId, ids } = await prepare(url);
      await race(url, { isLocked: false }, workshopId, ids);
      seated = (await rowsOf(database)).filter(({ state }) => state === "confirmed").length;
      await database.close();
    }
    expect(seated).toBeGreaterThan(capacity);
  });
});
