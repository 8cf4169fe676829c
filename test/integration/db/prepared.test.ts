import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "#db/database.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";

const themes = ["origin", "transit", "valuation"];

async function withSettings(database: Database): Promise<Database> {
  await database.transact((trx) =>
    trx
      .insertInto("setting")
      .values(themes.map((name) => ({ name, value: name.length.toString() })))
      .execute(),
  );
  return database;
}

const inList = ({ read }: Pick<Database, "read">, list: string[]) =>
  read.selectFrom("setting").select("name").where("name", "in", list).where("value", "<>", "x").orderBy("name");
const notInList = ({ read }: Database, list: string[]) =>
  read.selectFrom("setting").select("name").where("name", "not in", list).orderBy("name");

const named = async (query: ReturnType<typeof inList>) => (await query.execute()).map(({ name }) => name);

describeDatabases("a list in a query", (open) => {
  test("finds what is in it and what is not, however long it is, also again and again", async () => {
    const database = await withSettings(await open());
    for (let time = 0; time < 8; time++) {
      const some = themes.slice(0, time % 4);
      expect(await named(inList(database, some))).toEqual(some);
      expect(await named(notInList(database, some))).toEqual(themes.slice(time % 4));
    }
    expect(await named(inList(database, ["transit", "nothing", 'a "quoted", {one}', "transit"]))).toEqual(["transit"]);
  });

  test("may hold flags, and stand beside a subquery and in a tuple", async () => {
    const database = await withSettings(await open());
    const flags = database.read.selectFrom("session").select("id").where("isCounted", "in", [true, false]);
    expect(await flags.execute()).toEqual([]);
    const beside = database.read
      .selectFrom("setting")
      .select("name")
      .where("name", "in", (eb) => eb.selectFrom("setting as other").select("other.name").where("value", "in", ["7"]))
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple("name", "value"), "in", [tuple("transit", "7"), tuple("a", "b")]),
      );
    expect(await beside.execute()).toEqual([{ name: "transit" }]);
  });
});

/** What one connection for reading has prepared. */
const prepared = async ({ read }: Database) =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(read)).rows;

describePostgres("statements that are prepared", (open) => {
  test("are those that are asked again, once for lists of every length", async () => {
    const database = await withSettings(await open());
    expect(inList(database, ["a"]).compile().sql).toBe(inList(database, themes).compile().sql);
    await inList(database, ["a"]).execute();
    expect(await prepared(database)).toEqual([]);
    for (const list of [["a", "b"], [], themes]) await inList(database, list).execute();
    expect(await prepared(database)).toHaveLength(1);
  });

  test("go on after one that failed", async () => {
    const database = await withSettings(await open());
    const divide = (by: number) => sql<{ part: number }>`select 6 / ${by}::integer as part`.execute(database.read);
    for (const by of [1, 2, 3]) expect((await divide(by)).rows).toEqual([{ part: 6 / by }]);
    await expect(divide(0)).rejects.toThrow("division by zero");
    expect((await divide(6)).rows).toEqual([{ part: 1 }]);
  });

  test("are none while migrating: a later step may change what an earlier one has asked for", async () => {
    const database = await withSettings(await open());
    await database.migrate(async (trx) => {
      const all = () => trx.selectFrom("setting").selectAll().where("name", "=", "transit").executeTakeFirst();
      for (let time = 0; time < 3; time++) expect(await all()).toEqual({ name: "transit", value: "7" });
      await sql`alter table setting add column noted_at text`.execute(trx);
      expect(await all()).toEqual({ name: "transit", value: "7", notedAt: null });
      return { applied: [] };
    });
  });

  test("are prepared anew where a migration has changed what they return, in transactions too", async () => {
    const database = await withSettings(await open());
    const all = (db: Pick<Database["read"], "selectFrom">) =>
      db.selectFrom("setting").selectAll().where("name", "=", "transit").executeTakeFirstOrThrow();
    for (let time = 0; time < 3; time++) {
      await all(database.read);
      await database.transact((trx) => all(trx));
    }
    await database.transact((trx) => sql`alter table setting add column noted_at text`.execute(trx));
    expect(await all(database.read)).toEqual({ name: "transit", value: "7", notedAt: null });
    let attempts = 0;
    const found = await database.transact((trx) => {
      attempts += 1;
      return all(trx);
    });
    expect(found).toEqual({ name: "transit", value: "7", notedAt: null });
    expect(attempts).toBe(2);
    expect(await all(database.read)).toEqual(found);
  });
});
