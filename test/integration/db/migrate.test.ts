import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { SettingsError } from "#app/settings/settings.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { isMigrated, migrateTo, migrateToLatest, runSteps } from "#db/migrate.ts";
import { describeDatabases, describeSqlite } from "#test/support/databases.ts";

/** The first two of all. */
const [first, second] = ["2026-11-23-foundation", "2026-11-23-indexes"];

const run = (database: Database, ...statements: string[]) => database.transact((trx) => runSteps(trx, statements));

async function recorded({ read }: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by timestamp`.execute(read);
  return rows.map(({ name }) => name);
}

/** Two processes that begin at one word. @returns what each of them has applied */
async function migrateInProcesses(url: string): Promise<string[][]> {
  const migrators = [1, 2].map(startMigrator);
  await Promise.all(migrators.map(({ answer }) => answer()));
  return Promise.all(
    migrators.map(({ child, answer }) => {
      child.send(url);
      return answer() as Promise<string[]>;
    }),
  );
}

/** @returns the process, and what waits for its next answer: where it ends without one, its output is told at once */
function startMigrator() {
  const child = fork(resolve("test/support/migrator.ts"), { execArgv: [], stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (output += text));
  const answer = () => {
    const gone = once(child, "close").then(([code]) => {
      throw new Error(`A migrator ended with ${code}: ${output}`);
    });
    return Promise.race([once(child, "message").then(([message]) => message as unknown), gone]);
  };
  return { child, answer };
}

describeDatabases("migrating", (_open, _fresh, bare) => {
  test("goes as far as it is told, then on to the latest, each migration once and in its order", async () => {
    const database = openDatabase(await bare());
    expect(await isMigrated(database)).toBe(false);
    expect(await migrateTo(database, first)).toEqual({ applied: [first] });
    expect(await isMigrated(database)).toBe(false);
    const { applied } = await migrateToLatest(database);
    expect(applied[0]).toBe(second);
    expect(await recorded(database)).toEqual([first, ...applied]);
    expect(applied.toSorted()).toEqual(applied);
    expect(await isMigrated(database)).toBe(true);
    expect(await migrateToLatest(database)).toEqual({ applied: [] });
    await database.close();
  });

  test("by two processes at once gives one migrated database, and both go on", { timeout: 180_000 }, async () => {
    for (let round = 0; round < 4; round += 1) {
      const url = await bare();
      const [one, other] = await migrateInProcesses(url);
      expect([one, other].filter((applied) => applied?.length === 0)).toHaveLength(1);
      const database = openDatabase(url);
      expect(await isMigrated(database)).toBe(true);
      await database.close();
    }
  });

  test("what an earlier version of Puente has recorded is taken over once", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, second);
    // as that version kept account
    await run(
      database,
      "create table migration (name text primary key not null, applied_at text not null)",
      "insert into migration (name, applied_at) select name, timestamp from kysely_migration",
      "drop table kysely_migration",
      "drop table kysely_migration_lock",
    );
    const { applied } = await migrateToLatest(database);
    expect(applied).not.toContain(first);
    expect(applied.length).toBeGreaterThan(0);
    expect(await recorded(database)).toEqual([first, second, ...applied]);
    const tables = await database.read.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain("migration");
    expect(await migrateToLatest(database)).toEqual({ applied: [] });
    await database.close();
  });

  test("a database of a newer version is refused, and stays as it is", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, first);
    await run(database, "insert into kysely_migration values ('2999-01-01-later', '2999-01-01T00:00:00.000Z')");
    const refusal = await migrateToLatest(database).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SettingsError);
    expect((refusal as SettingsError).message).toContain("newer version of Puente");
    expect((refusal as SettingsError).message).toContain("2999-01-01-later");
    expect(await recorded(database)).toEqual([first, "2999-01-01-later"]);
    await database.close();
  });

  test("a step that fails undoes the whole run, and the next run begins where the first did", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, first);
    // the second migration wants to drop it
    await run(database, "drop index workshop_start");
    await expect(migrateToLatest(database)).rejects.toThrow("workshop_start");
    expect(await recorded(database)).toEqual([first]);
    await run(database, "create index workshop_start on workshop (starts_on)");
    expect((await migrateToLatest(database)).applied[0]).toBe(second);
    await database.close();
  });

  test("a step that SQL alone cannot do is a function of the transaction", async () => {
    const database = openDatabase(await bare());
    await database.migrate(async (trx) => {
      await runSteps(trx, [
        "create table note (id integer primary key not null, text text)",
        "insert into note (id, text) values (1, 'ana')",
        async (within) => {
          const { rows } = await sql<{ text: string }>`select text from note`.execute(within);
          await sql`update note set text = ${rows[0]?.text.toUpperCase()}`.execute(within);
        },
      ]);
      return { applied: ["note"] };
    });
    expect((await sql`select id, text from note`.execute(database.read)).rows).toEqual([{ id: 1, text: "ANA" }]);
    await database.close();
  });
});

test("a process that cannot migrate says why at once", async () => {
  await expect(migrateInProcesses("/nowhere/puente.sqlite")).rejects.toThrow(/ended with 1: [\s\S]*ENOENT/);
});

describeSqlite("foreign keys", (open) => {
  const orphan = "insert into programme_text (programme_id, locale, title) values ('nobody', 'es', 'x')";

  test("are off while migrations run and on afterwards, however often, also when they fail", async () => {
    const database = await open();
    const isOn = () => database.transact(async (trx) => (await sql`pragma foreign_keys`.execute(trx)).rows[0]);
    for (let count = 0; count < 3; count += 1) {
      await database.migrate(async (trx) => {
        expect((await sql`pragma foreign_keys`.execute(trx)).rows).toEqual([{ foreignKeys: 0 }]);
        return { applied: [] };
      });
      expect(await isOn()).toEqual({ foreignKeys: 1 });
      await expect(database.migrate(() => Promise.reject(new Error("stop")))).rejects.toThrow("stop");
      await expect(run(database, orphan)).rejects.toThrow("FOREIGN KEY");
    }
  });

  test("are checked before the commit: rows that refer to nothing undo the run", async () => {
    const database = await open();
    const migrating = database.migrate(async (trx) => {
      await runSteps(trx, [orphan]);
      return { applied: ["orphan"] };
    });
    await expect(migrating).rejects.toThrow("programme_text");
    expect(await database.read.selectFrom("programmeText").select("title").execute()).toEqual([]);
  });
});
