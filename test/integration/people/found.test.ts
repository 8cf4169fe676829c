import { sql } from "kysely";
import { expect, test } from "vitest";
import { openAccount } from "#app/accounts/commands.ts";
import { seedDemo } from "#app/demo/demo.ts";
import { changeProfile } from "#app/people/commands.ts";
import { personWords, sortKeys } from "#app/people/names.ts";
import { searchWords } from "#app/tables/search.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateTo, migrateToLatest } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = now();
const by = { accountId: null, at };
const names = { familyName: "Gonçalves", givenName: "Inês", secondSurname: null };
const where = { institutionId: null, country: "MX", locale: "es", zone: "America/Mexico_City" } as const;

/** Of everybody, as it is stored. */
async function kept({ read }: Database) {
  const people = await read.selectFrom("person").select(["sortName", "sortReading"]).execute();
  const words = await read.selectFrom("personWord").select("word").orderBy("word").execute();
  return { people, words: words.map(({ word }) => word) };
}

/** Everybody is sorted and found by what their names say today. @returns how many they are */
async function expectWritten({ read }: Database): Promise<number> {
  const people = await read.selectFrom("person").selectAll().execute();
  const words = Map.groupBy(await read.selectFrom("personWord").selectAll().execute(), ({ personId }) => personId);
  for (const { sortName, sortReading, ...person } of people) {
    expect({ sortName, sortReading }).toEqual(sortKeys(person));
    const own = words.get(person.id)?.map(({ word }) => word);
    expect(own?.toSorted()).toEqual(personWords(person).toSorted());
  }
  return people.length;
}

describeDatabases("what people are sorted and found by", (open, _fresh, bare) => {
  test("is written with every name: as an account is opened, as its holder changes the profile", async () => {
    const database = await open();
    const opened = await database.transact((trx) =>
      openAccount(trx, { email: "ines@gob.example", person: { ...names, ...where } }, by),
    );
    const { personId, accountId } = opened!;
    expect(await kept(database)).toEqual({
      people: [{ sortName: "goncalves\tines", sortReading: "1goncalves\tines" }],
      words: ["goncalves", "ines"],
    });
    const changed = {
      nativeName: "髙橋 遥",
      kana: "タカハシ ハル",
      latinName: "",
      postLevel: "",
      sex: "",
      post: "",
    } as const;
    await database.transact((trx) =>
      changeProfile(
        trx,
        personId,
        { part: "person", ...names, secondSurname: "Peña", ...changed, locale: "es", zone: "Asia/Tokyo" },
        { accountId, at },
      ),
    );
    const japanese = [
      "シ",
      "シハル",
      "タカハシ",
      "タカハシハル",
      "ハシ",
      "ハシハル",
      "ハル",
      "ル",
      "カハシ",
      "カハシハル",
    ];
    expect(await kept(database)).toEqual({
      people: [{ sortName: "goncalves pen~a\tines", sortReading: "0タカハシ ハル\tタカハシ ハル" }],
      words: ["goncalves", "ines", "pena", "高橋", "橋", "遥", "高橋遥", "橋遥", ...japanese].toSorted(bytewise),
    });
  });

  test("is written by the demo as by everybody", async () => {
    const database = await open((fresh) => seedDemo(fresh, { at, appUrl: "https://puente.example" }));
    expect(await expectWritten(database)).toBeGreaterThan(50);
    const accounts = await database.read.selectFrom("account").select(["personId", "email"]).execute();
    for (const { personId, email } of accounts) {
      const own = await database.read
        .selectFrom("addressWord")
        .select("word")
        .where("personId", "=", personId)
        .execute();
      expect(own.map(({ word }) => word).toSorted()).toEqual(searchWords([email]).toSorted());
    }
  });

  test("comes to those who were there before it, as it would be written today", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-26-shown-changes");
    const person = { ...names, secondSurname: "Peña-Nieto", nativeName: "髙橋 遥", kana: "タカハシ ハルカ" };
    await database.transact(async (trx) => {
      await sql`insert into person
        (id, family_name, given_name, second_surname, native_name, kana, search_text, country, locale, zone, created_at)
        values ('ines', ${person.familyName}, ${person.givenName}, ${person.secondSurname}, ${person.nativeName},
          ${person.kana}, 'goncalves ines pena-nieto 高橋 遥 タカハシ ハルカ', 'MX', 'es',
          'America/Mexico_City', ${at})`.execute(trx);
      await sql`insert into account (id, person_id, email, created_at)
        values ('ines', 'ines', 'ines.gon@sat.gob.example', ${at})`.execute(trx);
    });
    await migrateToLatest(database);
    const { people, words } = await kept(database);
    const addresses = await database.read.selectFrom("addressWord").select("word").execute();
    await database.close();
    const everyName = { ...person, latinName: null };
    expect(people).toEqual([sortKeys(everyName)]);
    expect(words.toSorted()).toEqual(personWords(everyName).toSorted());
    expect(addresses.map(({ word }) => word).toSorted()).toEqual(
      ["example", "gob.example", "gon@sat.gob.example", "ines.gon@sat.gob.example", "sat.gob.example"].toSorted(),
    );
  });

  test("is the same for whoever was there before as for whoever comes, however names are written", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-26-search-kana");
    const people = [
      { familyName: "髙橋", givenName: "さくら", nativeName: null, kana: null, latinName: null },
      { familyName: "Gato", givenName: "Ren", nativeName: "ガ藤 蓮", kana: "ガトウ レン", latinName: "GATO REN" },
      {
        familyName: "Núñez-O'Neill",
        givenName: "María del Carmen",
        nativeName: null,
        kana: "マリア デル カルメン",
        latinName: null,
      },
      { familyName: "李", givenName: "Ana", nativeName: null, kana: null, latinName: null },
    ];
    await database.transact(async (trx) => {
      for (const [index, { familyName, givenName, nativeName, kana, latinName }] of people.entries())
        await sql`insert into person
          (id, family_name, given_name, native_name, kana, latin_name, country, locale, zone, created_at)
          values (${`p${index}`}, ${familyName}, ${givenName}, ${nativeName}, ${kana}, ${latinName}, 'MX', 'es',
            'America/Mexico_City', ${at})`.execute(trx);
    });
    await migrateToLatest(database);
    const written = await expectWritten(database);
    await database.close();
    expect(written).toBe(people.length);
  });
});

/** As both databases sort these columns. */
const bytewise = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
