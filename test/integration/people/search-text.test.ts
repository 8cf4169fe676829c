import { sql } from "kysely";
import { expect, test } from "vitest";
import { openAccount } from "#app/accounts/commands.ts";
import { seedDemo } from "#app/demo/demo.ts";
import { changeProfile } from "#app/people/commands.ts";
import { personSearchText } from "#app/people/names.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateTo, migrateToLatest } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = now();
const by = { accountId: null, at };
const names = { familyName: "Gonçalves", givenName: "Inês", secondSurname: null };
const where = { institutionId: null, country: "MX", locale: "es", zone: "America/Mexico_City" } as const;

const textsOf = ({ read }: Database) => read.selectFrom("person").select("searchText").execute();

describeDatabases("what people are found by", (open, _fresh, bare) => {
  test("is written with every name: as an account is opened, as its holder changes the profile", async () => {
    const database = await open();
    const opened = await database.transact((trx) =>
      openAccount(trx, { email: "ines@gob.example", person: { ...names, ...where } }, by),
    );
    const { personId, accountId } = opened!;
    expect(await textsOf(database)).toEqual([{ searchText: "goncalves ines" }]);
    const changed = { nativeName: "髙橋 遥", kana: "タカハシ ハルカ", latinName: "", post: "" };
    await database.transact((trx) =>
      changeProfile(
        trx,
        personId,
        { part: "person", ...names, secondSurname: "Peña", ...changed, locale: "es", zone: "Asia/Tokyo" },
        { accountId, at },
      ),
    );
    expect(await textsOf(database)).toEqual([{ searchText: "goncalves ines pena 高橋 遥 タカハシ ハルカ" }]);
  });

  test("is written by the demo as by everybody", async () => {
    const database = await open((fresh) => seedDemo(fresh, { at, appUrl: "https://puente.example" }));
    const people = await database.read.selectFrom("person").selectAll().execute();
    expect(people.length).toBeGreaterThan(50);
    for (const person of people) expect(person.searchText).toBe(personSearchText(person));
  });

  test("comes to those who were there before it", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-23-themes");
    const { familyName, givenName } = names;
    await database.transact((trx) =>
      sql`insert into person (id, family_name, given_name, native_name, country, locale, zone, created_at)
        values ('ines', ${familyName}, ${givenName}, '髙橋 遥', 'MX', 'es', 'America/Mexico_City', ${at})`.execute(trx),
    );
    await migrateToLatest(database);
    const [{ searchText } = { searchText: "" }] = await textsOf(database);
    await database.close();
    expect(searchText).toContain("goncalves");
    expect(searchText).toContain("高橋");
  });

  test("has one kind of kana, for those who were there before as well", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-26-person-search");
    const { familyName, givenName } = names;
    await database.transact((trx) =>
      sql`insert into person (id, family_name, given_name, kana, search_text, country, locale, zone, created_at)
        values ('ines', ${familyName}, ${givenName}, 'ゔぃと ごんさるゞ', 'vito ゔぃと', 'MX', 'es',
          'America/Mexico_City', ${at})`.execute(trx),
    );
    await migrateToLatest(database);
    const [person] = await database.read.selectFrom("person").select(["kana", "searchText"]).execute();
    await database.close();
    expect(person).toEqual({ kana: "ヴィト ゴンサルヾ", searchText: "vito ヴィト" });
  });
});
