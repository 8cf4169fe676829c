import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { headings, sendingSetUp } from "./sending.ts";

const people = 200;
const rows = Array.from({ length: people }, (_, n) => `Apellido${n},,Nombre${n},p${n}@example.org,MX,`);
const list = `${headings}${rows.join("\n")}\n`;

const open = ({ read }: Database) =>
  read.selectFrom("work").select(["id", "unitsDone"]).where("endedAt", "is", null).executeTakeFirst();

/** As if so much time had passed that nobody's claim holds any more. */
const endClaims = (database: Database) =>
  database.transact((trx) =>
    trx.updateTable("work").set({ claimedUntil: "2026-01-01T00:00:00.000Z" }).where("endedAt", "is", null).execute(),
  );

/** Has workers do what there is, and kills each after some steps. @returns how many were killed */
async function workKilling(database: Database, url: string): Promise<number> {
  let kills = 0;
  for (;;) {
    const begun = (await open(database))?.unitsDone;
    if (begun === undefined) return kills;
    const worker = fork(resolve("test/support/import-worker.ts"), { execArgv: [] });
    onTestFinished(() => void worker.kill("SIGKILL"));
    await once(worker, "message");
    worker.send(url);
    for (let now = await open(database); now && now.unitsDone < begun + 60; now = await open(database)) await wait(5);
    const gone = once(worker, "exit");
    worker.kill("SIGKILL");
    await gone;
    kills += 1;
    await endClaims(database);
  }
}

describeDatabases("an import whose worker is killed", (_open, fresh) => {
  test("adds each person once, and takes each back once", { timeout: 240_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const { send, decide, work } = await sendingSetUp(database);
    const before = (await database.read.selectFrom("person").select("id").execute()).length;
    const path = (await send(list)).location as string;
    await work();
    await decide(path, { part: "apply" });
    expect(await workKilling(database, url)).toBeGreaterThan(1);
    const added = await database.read
      .selectFrom("person")
      .select("email")
      .where("email", "like", "p%@example.org")
      .execute();
    expect([added.length, new Set(added.map(({ email }) => email)).size]).toEqual([people, people]);
    await decide(path, { part: "undo" });
    expect(await workKilling(database, url)).toBeGreaterThan(1);
    expect((await database.read.selectFrom("person").select("id").execute()).length).toBe(before);
    expect(await database.read.selectFrom("programmePerson").select("personId").execute()).toEqual([]);
    await database.close();
  });
});
