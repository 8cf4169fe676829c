import { expect, test } from "vitest";
import * as list from "#app/desk/people/people.route.tsx";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment } from "#test/support/world.ts";
import { add, by, jose, setUp, yuko } from "./people-desk.ts";

const see = async (database: Database, cookie: string, query = "") => {
  const { data } = await knock(list.loader, { database, cookie, path: `/en/desk/people${query}` });
  return data as Awaited<ReturnType<typeof list.loader>>;
};
const namesIn = ({ rows }: Awaited<ReturnType<typeof see>>) => rows.map(({ name }) => name.name);

describeDatabases("the list of people", (open) => {
  test("finds a person by any of their names, their address or their institution, and others not", async () => {
    const database = await open();
    const { cookie, programmeId } = await setUp(database);
    const { hostInstitutionId } = await database.read
      .selectFrom("workshop")
      .select("hostInstitutionId")
      .where("code", "=", "MJ-1")
      .executeTakeFirstOrThrow();
    const institution = { institutionId: hostInstitutionId, validFrom: "2020-01-01", acronym: "ANAM" } as const;
    await database.transact((trx) =>
      trx
        .insertInto("institutionName")
        .values({ ...institution, locale: "es", name: "Agencia Nacional de Aduanas" })
        .execute(),
    );
    for (const given of [yuko, { ...jose, homeInstitutionId: hostInstitutionId }]) {
      const personId = await add(database, given);
      await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
    }
    const found = async (q: string) => namesIn(await see(database, cookie, `?q=${encodeURIComponent(q)}`));
    for (const q of [
      "佐藤",
      "裕子",
      "佐藤裕子",
      "さとう",
      "ｻﾄｳ",
      "sato",
      "SATŌ",
      "satou yuuko",
      "yuko@customs",
      "customs.ex",
    ])
      expect([q, await found(q)]).toEqual([q, ["佐藤 裕子"]]);
    for (const q of ["nunez", "NÚÑEZ jose", "peña", "pena", "aduanas nunez", "anam"])
      expect([q, await found(q)]).toEqual([q, ["José Núñez Peña"]]);
    expect(await found("sato nunez")).toEqual([]);
    const at = async (filter: string) => namesIn(await see(database, cookie, `?${filter}`));
    expect(await at("country=JP")).toEqual(["佐藤 裕子"]);
    expect(await at(`institution=${hostInstitutionId}`)).toEqual(["José Núñez Peña"]);
    expect(await at(`programme=${programmeId}`)).toHaveLength(2);
    expect(await at(`country=JP&institution=${hostInstitutionId}`)).toEqual([]);
  });

  test("shows nobody out of reach, also not by another programme's filter or the place of a page", async () => {
    const database = await open();
    const { cookie, stranger, admin, programmeId, otherId, workshopId } = await setUp(database);
    const personId = await add(database, yuko);
    expect(namesIn(await see(database, cookie))).toEqual([]);
    expect(namesIn(await see(database, admin, "?q=sato"))).toEqual(["佐藤 裕子"]);
    await addEnrolment(database, { workshopId, personId, state: "withdrawn" });
    expect(namesIn(await see(database, cookie))).toEqual(["佐藤 裕子"]);
    expect(namesIn(await see(database, stranger, `?programme=${programmeId}`))).toEqual([]);
    expect(namesIn(await see(database, stranger, `?before=${personId}`))).toEqual([]);
    await database.transact((trx) => listOnProgramme(trx, { programmeId: otherId, personId }, by));
    expect(namesIn(await see(database, stranger))).toEqual(["佐藤 裕子"]);
  });

  test("pages through many in the order of their names, forwards and back, each once", async () => {
    const database = await open();
    const { cookie, programmeId } = await setUp(database);
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].flatMap((one) => [`${one}alle`, `${one}ruz`]);
    for (const familyName of letters) {
      const personId = await add(database, { ...jose, familyName });
      await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
    }
    const seen: string[] = [];
    let page = await see(database, cookie);
    for (;;) {
      seen.push(...namesIn(page));
      if (!page.next) break;
      page = await see(database, cookie, `?after=${page.next}`);
    }
    expect(seen).toEqual(letters.toSorted().map((name) => `José ${name} Peña`));
    const back = await see(database, cookie, `?before=${page.previous}`);
    expect(namesIn(back)).toEqual(seen.slice(25, 50));
    expect(page.total).toMatchObject({ count: 52, isMore: false });
  });
});
