import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { findChainFault } from "#app/audit/queries.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { addCrowd, addWorkshop } from "#test/support/world.ts";

const rounds = Number(process.env.KILLS ?? 25);

/** One process that writes, one change after another, until it is killed. @returns how many changes it acknowledged */
async function killWhileWriting(
  url: string,
  workshopId: Id<"workshop">,
  personIds: Id<"person">[],
  round: number,
): Promise<number> {
  const writer = spawn(process.execPath, [resolve("test/support/enrol-writer.ts"), url, workshopId, ...personIds], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  writer.stdout.on("data", (part: Buffer) => {
    output += part;
  });
  const acknowledged = () =>
    output
      .slice(0, output.lastIndexOf("\n") + 1)
      .split("\n")
      .filter((line) => line.includes(" ")).length;
  // from one of its first changes on, at any moment
  while (acknowledged() <= round % 4) await once(writer.stdout, "data");
  await wait((round * 37) % 80);
  writer.kill("SIGKILL");
  await once(writer, "close");
  // PostgreSQL still ends what had been sent to it
  await wait(20);
  return acknowledged();
}

/** Enrolments and withdrawals that happened; who moved up did so with one of them. */
const countChanges = async (database: Database) =>
  (
    await (
      await sealed(database)
    ).read
      .selectFrom("audit")
      .select("seq")
      .where("subjectKind", "=", "enrolment")
      .execute()
  ).length;

/** What may never be half done: counters and rows, events and messages, the audit's chain. */
async function expectWhole(database: Database, workshopId: Id<"workshop">) {
  const workshop = await database.read
    .selectFrom("workshop")
    .select(["seatsTaken", "reserveCount"])
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  const rows = await database.read
    .selectFrom("enrolment")
    .select("state")
    .where("workshopId", "=", workshopId)
    .execute();
  const inState = (state: string) => rows.filter((row) => row.state === state).length;
  expect(workshop).toEqual({ seatsTaken: inState("confirmed"), reserveCount: inState("reserve") });
  const count = async (table: "enrolmentEvent" | "outbox") =>
    (
      await database.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("rows"))
        .executeTakeFirstOrThrow()
    ).rows;
  expect(await count("outbox")).toBe(await count("enrolmentEvent"));
  expect(await findChainFault(database.read)).toBeNull();
}

describeDatabases("a process killed while it writes", (_open, fresh) => {
  test("loses nothing that it had acknowledged and leaves nothing half done", { timeout: 240_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 3 });
    const personIds = await addCrowd(database, 6);
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = await countChanges(database);
      const told = await killWhileWriting(url, workshopId, personIds, round);
      const changes = (await countChanges(database)) - before;
      // the one that was under way may have been committed, or not
      expect([told, told + 1]).toContain(changes);
      acknowledged += told;
      await expectWhole(database, workshopId);
    }
    expect(acknowledged).toBeGreaterThan(rounds);
    await database.close();
  });
});
