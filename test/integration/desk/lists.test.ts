import { expect, test } from "vitest";
import { everywhere, type Reach } from "#app/access/permissions.ts";
import * as desk from "#app/desk/desk.route.tsx";
import * as participants from "#app/desk/participants/participants.route.tsx";
import { listFoundPeople } from "#app/enrolment/people/found-people.queries.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

const haruka = { familyName: "Takahashi", givenName: "Haruka", nativeName: "髙橋 遥", kana: "タカハシ ハルカ" };
const ren = { familyName: "Ōtsuka", givenName: "Ren", nativeName: "大塚 蓮", kana: "オオツカ レン" };
const ines = { familyName: "Gonçalves", givenName: "Inês" };

const addPerson = async (database: Database, person: Partial<typeof haruka>) =>
  (await addAccount(database, { person })).personId;

/** As an instructor finds people: by name. */
const named = { peopleReach: null, locale: "es" as const };

const none: Reach = { everywhere: false, programmeIds: [], workshopIds: [], institutionIds: [] };

describeDatabases("the lists of the desk", (open) => {
  test("have what is to come in front, the next first, and then what is over, the last first", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-OLD", state: "completed", startsOn: "2017-09-04", endsOn: "2017-09-08" });
    await addWorkshop(database, { code: "MJ-LAST", state: "cancelled", startsOn: "2026-11-16", endsOn: "2026-11-20" });
    await addWorkshop(database, { code: "MJ-LATER", startsOn: "2027-02-01", endsOn: "2027-02-05" });
    await addWorkshop(database, { code: "MJ-NEXT", state: "draft", startsOn: "2026-12-01", endsOn: "2026-12-04" });
    const codes = async (filter: Parameters<typeof listWorkshops>[2]) =>
      (await listWorkshops(database.read, everywhere, filter)).workshops.map(({ code }) => code);
    expect(await codes({})).toEqual(["MJ-NEXT", "MJ-LATER", "MJ-LAST", "MJ-OLD"]);
    expect(await codes({ when: "upcoming", today: "2026-11-26" })).toEqual(["MJ-NEXT", "MJ-LATER"]);
    expect(await codes({ when: "past", today: "2026-11-26" })).toEqual(["MJ-LAST", "MJ-OLD"]);
  });

  test("find people by a name in any script, within reach, with the workshops that are within it", async () => {
    const database = await open();
    const first = await addWorkshop(database, { code: "MJ-1" });
    const second = await addWorkshop(database, { code: "MJ-2", startsOn: "2026-12-07", endsOn: "2026-12-11" });
    const personId = await addPerson(database, haruka);
    await addPerson(database, { ...haruka, givenName: "Nobody enrolled" });
    for (const workshopId of [first, second])
      await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const find = async (q: string, reach: Reach = everywhere) =>
      (await listFoundPeople(database.read, { ...named, reach }, q)).people.map(({ givenName, codes }) => [
        givenName,
        codes,
      ]);
    const whole = [["Haruka", ["MJ-2", "MJ-1"]]];
    for (const q of ["高橋", "髙橋 遥", "たかはし", "TAKAHASHI", "haruka takahashi"])
      expect(await find(q)).toEqual(whole);
    expect(await find("takahashi suzuki")).toEqual([]);
    expect(await find("   ")).toEqual([]);
    expect(await find("takahashi", none)).toEqual([]);
    expect(await find("takahashi", { ...none, workshopIds: [first] })).toEqual([["Haruka", ["MJ-1"]]]);
    expect(await find("takahashi", { ...none, programmeIds: [await programmeOf(database, second)] })).toEqual([
      ["Haruka", ["MJ-2"]],
    ]);
  });

  test("show twenty people of a name, and say where there are more", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    for (let count = 0; count < 21; count++) {
      const personId = await addPerson(database, ines);
      await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: count + 1 });
    }
    const find = async (q: string, peopleReach: Reach | null) => {
      const seeking = { ...named, reach: everywhere, peopleReach };
      const { people, total } = await listFoundPeople(database.read, seeking, q);
      return [people.length, total];
    };
    for (const q of ["goncalves", "goncalves ines"]) {
      expect(await find(q, null)).toEqual([20, { count: 20, isMore: true }]);
      expect(await find(q, everywhere)).toEqual([20, { count: 21, isMore: false }]);
    }
  });

  test("find by the address, by the institution and on a programme's list whom the reader may open", async () => {
    const database = await open();
    const inside = await addWorkshop(database, { code: "MJ-1" });
    const outside = await addWorkshop(database, { code: "MJ-2" });
    const programmeId = await programmeOf(database, inside);
    const enrolled = async (workshopId: typeof inside, givenName: string) => {
      const email = `${givenName}@example.org`.toLowerCase();
      const { personId } = await addAccount(database, { person: { ...ines, givenName }, email });
      await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    };
    await enrolled(inside, "Ana");
    await enrolled(outside, "Bea");
    const listed = await addPerson(database, { ...ines, givenName: "Listed" });
    await database.transact((trx) =>
      trx
        .insertInto("programmePerson")
        .values({ programmeId, personId: listed, addedAt: "2026-11-01T00:00:00.000Z" })
        .execute(),
    );
    const coordinated = { ...none, programmeIds: [programmeId] };
    const find = async (q: string, seeking: { reach: Reach; peopleReach: Reach | null }) =>
      (await listFoundPeople(database.read, { ...named, ...seeking }, q)).people
        .map(({ givenName, isOpen }) => [givenName, isOpen])
        .sort();
    const own = { reach: coordinated, peopleReach: coordinated };
    expect(await find("goncalves", own)).toEqual([
      ["Ana", true],
      ["Listed", true],
    ]);
    expect(await find("ana@example.org", own)).toEqual([["Ana", true]]);
    expect(await find("bea@example.org", own)).toEqual([]);
    // whoever teaches elsewhere as well finds participants there by name alone, and opens nobody's page
    const both = { ...own, reach: { ...coordinated, workshopIds: [outside] } };
    expect(await find("goncalves", both)).toEqual([
      ["Ana", true],
      ["Bea", false],
      ["Listed", true],
    ]);
    expect(await find("bea@example.org", both)).toEqual([]);
  });

  test("show a hundred people of a large roster a page, and everybody on demand", { timeout: 60_000 }, async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 200 });
    for (let count = 0; count < 102; count++) {
      const familyName = `N${String(count).padStart(3, "0")}`;
      const personId = await addPerson(database, { ...ines, familyName });
      await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: count + 1 });
    }
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    const look = async (query: string) => {
      const path = `/es/desk/workshops/MJ-1/participants${query}`;
      return (await knock(participants.loader, { database, path, cookie })).data;
    };
    const namesOf = ({ rows }: { rows: { name: { name: string } }[] }) => rows.map(({ name }) => name.name);
    const [first, second, whole] = [await look(""), await look("?page=2"), await look("?all=1")];
    expect([first.rows.length, first.pages, first.total, first.isWhole]).toEqual([100, 2, 102, false]);
    expect(namesOf(second)).toEqual(["Inês N100", "Inês N101"]);
    expect([...namesOf(first), ...namesOf(second)]).toEqual(namesOf(whole));
    expect(whole.isWhole).toBe(true);
  });

  test("name the people whom somebody searches only to those who may see them", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    await addWorkshop(database, { code: "MJ-2" });
    const personId = await addPerson(database, haruka);
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const found = async (code: "MJ-1" | "MJ-2") => {
      const { id } = await database.read
        .selectFrom("workshop")
        .select("id")
        .where("code", "=", code)
        .executeTakeFirstOrThrow();
      const { accountId } = await addAccount(database, { grants: [{ role: "instructor", workshopId: id }] });
      const cookie = await cookieFor(database, accountId);
      const { data } = await knock(desk.loader, { database, path: "/ja/desk?q=高橋", cookie });
      return data.found.rows.map(({ name }: { name: { name: string } }) => name.name);
    };
    expect(await found("MJ-1")).toEqual(["髙橋 遥"]);
    expect(await found("MJ-2")).toEqual([]);
  });

  test("have participants by name as their reader looks them up, and the reserve as it moves up", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    let ticket = 0;
    const enrol = async (person: Partial<typeof haruka>, state: "confirmed" | "reserve") =>
      addEnrolment(database, { workshopId, personId: await addPerson(database, person), state, ticket: ++ticket });
    for (const person of [haruka, ines, ren]) await enrol(person, "confirmed");
    for (const givenName of ["Zoe", "Ana"]) await enrol({ givenName }, "reserve");
    const names = async (l: string) =>
      (
        await knock(participants.loader, { database, path: `/${l}/desk/workshops/MJ-1/participants`, cookie })
      ).data.rows.map(({ name }: { name: { name: string } }) => name.name);
    const reserve = ["Zoe Núñez", "Ana Núñez"];
    expect(await names("es")).toEqual(["Inês Gonçalves", "大塚 蓮", "髙橋 遥", ...reserve]);
    expect(await names("ja")).toEqual(["大塚 蓮", "髙橋 遥", "Inês Gonçalves", ...reserve]);
  });
});
