import { sql } from "kysely";
import { expect, test } from "vitest";
import { listAdministrators } from "#app/accounts/queries.ts";
import { findChainFault } from "#app/audit/queries.ts";
import { listToTell } from "#app/enrolment/told/told.queries.ts";
import { mailKeys, nameKeys } from "#app/people/matching/keys.rules.ts";
import { findProgramme } from "#app/programmes/queries.ts";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest, runSteps } from "#db/migrate.ts";
import { describeDatabases, describeSqlite } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { knock } from "#test/support/visit.ts";
import { fillFormer, password, passwordHash } from "./former-database.ts";

type Contents = Record<string, Record<string, unknown>[]>;

/** Every row of every table but that of the migrations, as raw as it is. */
async function contents({ read }: Database): Promise<Contents> {
  const found: Contents = {};
  for (const { name } of await read.introspection.getTables()) {
    if (name === "migration") continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(read);
    found[name] = rows.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }
  return found;
}

/** Columns that have become rows of a table of their own. */
const moved: Record<string, string[]> = {
  account: ["passwordHash", "passwordChangedAt"],
  // its name has become that of an event, and of one reaction to it
  outbox: ["kind"],
  programme_signatory: ["postEs", "postJa", "postEn"],
  workshop: ["workingLanguages", "searchText"],
};

/** What has to be there after the upgrade, of what was there before. */
const kept = (before: Contents): Contents =>
  Object.fromEntries(
    Object.entries(before).map(([table, rows]) => [
      table,
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !moved[table]?.includes(name)))),
    ]),
  );

async function upgraded(url: string) {
  const database = openDatabase(url);
  await fillFormer(database);
  const before = await contents(database);
  await migrateToLatest(database);
  return { database, before };
}

describeDatabases("a database of the version of November 2026", (_open, _fresh, bare) => {
  test("has rows in every table, and keeps them all", async () => {
    const { database, before } = await upgraded(await bare());
    for (const [table, rows] of Object.entries(before)) expect([table, rows.length > 0]).toEqual([table, true]);
    expect(await contents(database)).toMatchObject(kept(before));
    expect(await findChainFault(database.read)).toBeNull();
    await database.close();
  });

  test("knows of each workshop when its first session begins and its last one ends", async () => {
    const { database } = await upgraded(await bare());
    const spans = await database.read
      .selectFrom("workshop")
      .select(["id", "beginsAt", "endsAt"])
      .orderBy("id")
      .execute();
    expect(spans).toEqual([
      { id: "w1", beginsAt: "2026-11-16T15:00:00.000Z", endsAt: "2026-11-17T17:00:00.000Z" },
      { id: "w2", beginsAt: "2026-11-16T15:00:00.000Z", endsAt: "2026-11-16T17:00:00.000Z" },
    ]);
    await database.close();
  });

  test("lets people sign in with the passwords that they had", async () => {
    const { database } = await upgraded(await bare());
    const enter = (email: string) => knock(signIn.action, { database, path: "/es/sign-in", form: { email, password } });
    const credentials = () => database.read.selectFrom("credential").selectAll().orderBy("id").execute();
    const since = (at: string) => ({ kind: "password", createdAt: at, changedAt: at });
    const ana = { id: "a-ana", accountId: "a-ana", ...since("2026-11-21T12:00:00.000Z") };
    const taro = { id: "a-taro", accountId: "a-taro", ...since("2026-11-20T12:00:00.000Z"), secret: passwordHash };
    expect(await credentials()).toEqual([{ ...ana, secret: passwordHash }, taro]);
    expect((await enter("ana@sat.example")).status).toBe(302);
    // one is disabled, the other has chosen none
    expect((await enter("taro@customs.example")).status).toBe(422);
    expect((await enter("haruka@customs.example")).status).toBe(422);
    expect(await listAdministrators(database.read)).toEqual(["a-ana"]);
    // whoever comes in has the same password under today's kind of hash
    expect(await credentials()).toEqual([{ ...ana, secret: expect.stringMatching(/^\$argon2id\$/) }, taro]);
    await database.close();
  });

  test("tells languages and signatories' posts as before", async () => {
    const { database } = await upgraded(await bare());
    const { read } = database;
    expect([await listLanguages(read, id("workshop", "w1")), await listLanguages(read, id("workshop", "w2"))]).toEqual([
      ["ja", "es", "en"],
      ["en"],
    ]);
    expect((await findProgramme(read, "MJ-CUSTOMS"))?.signatories).toEqual([
      { name: "Ana López", post: { es: "Directora", ja: "局長", en: "Director" } },
      { name: "村上 和也", post: { es: "", ja: "日本側代表", en: "" } },
    ]);
    await database.close();
  });

  test("knows what those with a seat and those who wait were told, and tells them of changes from now on", async () => {
    const { database } = await upgraded(await bare());
    const w2 = id("workshop", "w2");
    const told = async () =>
      (await listToTell(database.read, w2, "2026-11-14T12:00:00.000Z")).map(({ personId }) => personId);
    expect(await told()).toEqual([]);
    await database.transact((trx) => runSteps(trx, ["update session set room = 'Aula 3' where id = 's-3'"]));
    // Taro has a seat, and cannot sign in
    expect(await told()).toEqual(["haruka"]);
    await database.close();
  });

  test("stores no state of an enrolment that was never used, and what refers to enrolments still does", async () => {
    const { database } = await upgraded(await bare());
    const run = (statement: string) => database.transact((trx) => runSteps(trx, [statement]));
    await expect(run("update enrolment set state = 'nominated' where id = 'e3'")).rejects.toThrow(/check/i);
    await run("update enrolment set state = 'withdrawn' where id = 'e3'");
    await expect(run("delete from enrolment where id = 'e1'")).rejects.toThrow(/foreign key/i);
    await expect(run("update mark set enrolment_id = 'nobody' where status = 'late'")).rejects.toThrow(/foreign key/i);
    await expect(run("update enrolment set ticket = 1 where id = 'e2'")).rejects.toThrow(/unique/i);
    await database.close();
  });

  test("is left as it was where an enrolment has such a state after all", async () => {
    const database = openDatabase(await bare());
    await fillFormer(database);
    await database.transact((trx) => runSteps(trx, ["update enrolment set state = 'applied' where id = 'e4'"]));
    const before = await contents(database);
    await expect(migrateToLatest(database)).rejects.toThrow(/check/i);
    expect(await contents(database)).toEqual(before);
    await database.close();
  });
});

describeDatabases("people of a former database", (_open, _fresh, bare) => {
  test("are known by the keys that they would get today", async () => {
    const database = openDatabase(await bare());
    await fillFormer(database);
    await migrateToLatest(database);
    const people = await database.read
      .selectFrom("person")
      .leftJoin("account", "account.personId", "person.id")
      .selectAll("person")
      .select(({ fn }) => fn.coalesce("account.email", "person.email").as("address"))
      .execute();
    const keys = await database.read.selectFrom("personKey").select(["personId", "key"]).execute();
    expect(people.length).toBeGreaterThan(1);
    for (const person of people) {
      const own = keys.filter(({ personId }) => personId === person.id).map(({ key }) => key);
      expect(own.sort()).toEqual([...nameKeys(person), ...mailKeys(person.address)].sort());
    }
    await database.close();
  });
});

describeSqlite("a rebuilt table", (_open, _fresh, bare) => {
  test("has the indexes that it had, and no reference leads nowhere", async () => {
    const database = openDatabase(await bare());
    const indexes = async () => {
      const { rows } = await sql`
        select name, sql from sqlite_master 
        where type = 'index' and tbl_name = 'enrolment' and sql is not null order by name`.execute(database.read);
      return rows;
    };
    await fillFormer(database);
    const before = await indexes();
    await migrateToLatest(database);
    // later migrations add to them
    expect(await indexes()).toEqual(expect.arrayContaining(before));
    expect(before.length).toBeGreaterThan(1);
    expect((await sql`pragma foreign_key_check`.execute(database.read)).rows).toEqual([]);
    expect((await sql`pragma integrity_check`.execute(database.read)).rows).toEqual([{ integrityCheck: "ok" }]);
    await database.close();
  });
});

describeDatabases("a rule that is dropped", (open) => {
  test("is one that was there", async () => {
    const database = await open();
    const { allowNull, dropUnique } = database.dialect.ddl;
    const drop = (step: Parameters<typeof runSteps>[1][number]) =>
      database.migrate(async (trx) => {
        await runSteps(trx, [step]);
        return { applied: ["drop"] };
      });
    await drop(dropUnique("workshop_theme", ["workshop_id", "theme_id"])).then(
      () => expect.unreachable(),
      (error) => expect(String(error)).toMatch(/workshop_theme/),
    );
    await drop(allowNull("workshop", "code"));
    const workshop = sql`select * from workshop where code is null`;
    expect((await workshop.execute(database.read)).rows).toEqual([]);
  });
});

describeDatabases("a column whose check is narrowed", (_open, _fresh, bare) => {
  test("is one that has such a check", async () => {
    const database = openDatabase(await bare());
    await fillFormer(database);
    const narrow = database.migrate(async (trx) => {
      await runSteps(trx, [database.dialect.ddl.allowOnly("enrolment", "ticket", ["1"])]);
      return { applied: ["narrow"] };
    });
    await expect(narrow).rejects.toThrow("ticket");
    await database.close();
  });
});
