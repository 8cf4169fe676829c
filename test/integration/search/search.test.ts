import { expect, test } from "vitest";
import { seedDemo } from "#app/demo/demo.ts";
import { writeNames } from "#app/people/commands.ts";
import * as search from "#app/search/search.route.tsx";
import { searchWords } from "#app/tables/search.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

type Grants = NonNullable<Parameters<typeof addAccount>[1]>["grants"];
type Shown = { title: { parts: { text: string; isFound: boolean }[] }; to: string; links: { text: string }[] };

const haruka = { familyName: "Takahashi", givenName: "Haruka", nativeName: "髙橋 遥", kana: "タカハシ ハルカ" };
const ines = { familyName: "Gonçalves", givenName: "Inês" };

const textOf = ({ parts }: Shown["title"]) => parts.map(({ text }) => text).join("");

/** What somebody with these roles finds, group by group. */
async function finder(database: Database, grants: Grants) {
  const { accountId, personId } = await addAccount(database, { grants });
  const cookie = await cookieFor(database, accountId);
  const look = async (q: string, more = "") => {
    const path = `/es/search?q=${encodeURIComponent(q)}${more}`;
    return (await knock(search.loader, { database, path, cookie })).data;
  };
  const find = async (q: string, more = "") =>
    Object.fromEntries(
      ((await look(q, more)).groups ?? []).map(({ name, hits }: { name: string; hits: Shown[] }) => [
        name,
        hits.map(({ title }) => textOf(title)),
      ]),
    );
  return { look, find, personId };
}

async function workshopWords(database: Database, workshopId: Id<"workshop">, ...texts: string[]) {
  const words = searchWords(texts).map((word) => ({ word, workshopId }));
  await database.transact((trx) => trx.insertInto("workshopWord").values(words).execute());
}

async function enrolled(database: Database, workshopId: Id<"workshop">, person: Partial<typeof haruka>, ticket = 1) {
  const { personId } = await addAccount(database, { person, email: `${person.givenName}@example.org`.toLowerCase() });
  await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket });
  return personId;
}

/** Two programmes with a workshop each, and somebody in each. */
async function twoProgrammes(open: Open) {
  const database = await open();
  const first = await addWorkshop(database, { code: "MJ-1", state: "draft" });
  const second = await addWorkshop(database, { code: "MJ-2" });
  await workshopWords(database, first, "MJ-1", "Valoración aduanera");
  await workshopWords(database, second, "MJ-2", "Valoración aduanera");
  await enrolled(database, first, haruka);
  await enrolled(database, second, ines);
  return { database, first, second };
}

describeDatabases("the search", (open) => {
  test("finds people in any script, without accents and polite forms, and leads to their workshop", async () => {
    const { database } = await twoProgrammes(open);
    const { find, look } = await finder(database, ["administrator"]);
    for (const q of ["高橋", "髙橋遥様", "たかはし さん", "ﾀｶﾊｼ", "TAKAHASHI", "Ｔａｋａｈａｓｈｉ", "haruka-san"])
      expect([q, (await find(q)).people]).toEqual([q, ["髙橋 遥"]]);
    expect((await find("goncalves")).people).toEqual(["Inês Gonçalves"]);
    const [people] = (await look("たかはし")).groups;
    expect(people.hits[0].links.map(({ text }: { text: string }) => text)).toEqual(["MJ-1"]);
    // the reader sees why they are found: the kana are shown where only these were typed
    expect(people.hits[0].notes[0].parts).toEqual([
      { text: "タカハシ", isFound: true },
      { text: " ハルカ", isFound: false },
    ]);
  });

  test("leads whoever may open them to people's own pages, and instructors to their workshop", async () => {
    const { database, first } = await twoProgrammes(open);
    const personId = await enrolled(database, first, { familyName: "Mora", givenName: "Ana" }, 2);
    const placeFor = async (grants: Grants) => {
      const [people] = (await (await finder(database, grants)).look("mora")).groups;
      return people.hits[0].to;
    };
    const programmeId = await programmeOf(database, first);
    expect(await placeFor([{ role: "coordinator", programmeId }])).toBe(`/es/desk/people/${personId}`);
    expect(await placeFor([{ role: "instructor", workshopId: first }])).toBe("/es/desk/workshops/MJ-1/participants");
  });

  test("shows a coordinator nobody of another programme, and neither their number", async () => {
    const { database, first, second } = await twoProgrammes(open);
    const coordinates = async (workshopId: Id<"workshop">) =>
      finder(database, [{ role: "coordinator", programmeId: await programmeOf(database, workshopId) }]);
    const [ofFirst, ofSecond] = [await coordinates(first), await coordinates(second)];
    expect(await ofFirst.find("takahashi")).toEqual({ people: ["髙橋 遥"] });
    expect(await ofSecond.find("takahashi")).toEqual({});
    expect(await ofSecond.find("goncalves")).toEqual({ people: ["Inês Gonçalves"] });
    // somebody whom they share
    const personId = await enrolled(database, second, { familyName: "Mora", givenName: "Ana" }, 2);
    expect(await ofFirst.find("mora")).toEqual({});
    await addEnrolment(database, { workshopId: first, personId, state: "confirmed", ticket: 2 });
    expect(await ofFirst.find("mora")).toEqual({ people: ["Ana Mora"] });
    const [people] = (await ofFirst.look("mora")).groups;
    expect(people.hits[0].links.map(({ text }: { text: string }) => text)).toEqual(["MJ-1"]);
    expect(people.total).toEqual({ count: 1, isMore: false });
  });

  test("finds workshops of the catalogue for anybody, and drafts within reach", async () => {
    const { database, first } = await twoProgrammes(open);
    const places = async (grants: Grants) => {
      const [group] = (await (await finder(database, grants)).look("valoracion")).groups;
      return [group.total.count, group.hits.map(({ to }: Shown) => to).sort()];
    };
    expect(await places(["official"])).toEqual([1, ["/es/workshops/MJ-2"]]);
    expect(await places([{ role: "coordinator", programmeId: await programmeOf(database, first) }])).toEqual([
      2,
      ["/es/desk/workshops/MJ-1", "/es/workshops/MJ-2"],
    ]);
    expect(await places(["administrator"])).toEqual([2, ["/es/desk/workshops/MJ-1", "/es/desk/workshops/MJ-2"]]);
  });

  test("finds nobody for officials, and accounts by their address for administrators alone", async () => {
    const { database } = await twoProgrammes(open);
    const official = await finder(database, ["official"]);
    expect(await official.find("takahashi")).toEqual({});
    expect(await official.find("haruka@example.org")).toEqual({});
    expect(await (await finder(database, ["administrator"])).find("haruka@example.org")).toEqual({
      people: ["髙橋 遥"],
      accounts: ["髙橋 遥"],
    });
    expect((await official.look("x")).kinds).toEqual(["workshops", "certificates"]);
  });

  test("finds institutions by a name that they had before, and programmes by their code", async () => {
    const { database } = await twoProgrammes(open);
    const { id: institutionId } = await database.read
      .selectFrom("institution")
      .select("id")
      .where("code", "=", "MJ-1")
      .executeTakeFirstOrThrow();
    await database.transact((trx) =>
      trx
        .insertInto("institutionName")
        .values([
          { institutionId, validFrom: "2010-01-01", locale: "es", name: "Servicio de Administración", acronym: "SAT" },
          { institutionId, validFrom: "2022-01-01", locale: "es", name: "Agencia de Aduanas", acronym: "ANAM" },
        ])
        .execute(),
    );
    const { find } = await finder(database, ["administrator"]);
    expect((await find("servicio")).institutions).toEqual(["Agencia de Aduanas"]);
    expect((await find("anam")).institutions).toEqual(["Agencia de Aduanas"]);
    expect((await find("MJ-2")).programmes).toHaveLength(1);
    expect(Object.keys(await (await finder(database, ["manager"])).find("anam"))).toEqual(["institutions"]);
    expect(await (await finder(database, ["official"])).find("anam")).toEqual({});
  });

  test("counts beyond what it shows, and shows more of one group", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    for (let count = 0; count < 21; count++) {
      const { personId } = await addAccount(database, { person: ines });
      await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: count + 1 });
    }
    const { look } = await finder(database, ["administrator"]);
    const { groups } = await look("goncalves");
    const totals = groups.map(({ name, total, hits }: { name: string; total: object; hits: unknown[] }) => [
      name,
      { ...total, shown: hits.length },
    ]);
    expect(totals).toEqual([
      ["people", { count: 21, isMore: false, shown: 20 }],
      ["accounts", { count: 21, isMore: false, shown: 5 }],
    ]);
    const alone = await look("goncalves", "&in=accounts");
    expect(alone.groups.map(({ name, hits }: { name: string; hits: unknown[] }) => [name, hits.length])).toEqual([
      ["accounts", 21],
    ]);
  });

  test("answers whatever is typed, and searches nothing where there are no words", async () => {
    const { database } = await twoProgrammes(open);
    const { look, find } = await finder(database, ["administrator"]);
    for (const q of ["", "  ", "/", "、、", "様"]) expect([q, (await look(q)).groups ?? []]).toEqual([q, []]);
    for (const q of ["%", "_", "'", "\u0000", "1e309", "__proto__", "\u202e高橋", "a".repeat(5_000), "-", "MJ-1-"])
      expect(await find(q)).toBeDefined();
    expect((await look("x", "&in=nonsense")).only).toBeNull();
    expect((await look("x", "&in=people&in=accounts")).only).toBe("people");
  });

  test("keeps out whoever has not signed in", async () => {
    const { database } = await twoProgrammes(open);
    const answer = await knock(search.loader, { database, path: "/es/search?q=takahashi" });
    expect(answer.location).toMatch(/^\/es\/sign-in\?next=/);
  });
});

const demoAt = "2026-11-23T18:00:00.000Z";
const demo = (database: Database) => seedDemo(database, { at: demoAt, appUrl: "http://127.0.0.1:3000" });

describeDatabases("the search for a certificate", (open) => {
  async function setUp() {
    const database = await open(demo);
    const certificate = await database.read
      .selectFrom("certificate")
      .innerJoin("workshop", "workshop.id", "certificate.workshopId")
      .innerJoin("account", "account.personId", "certificate.personId")
      .select(["certificate.number", "workshop.code", "workshop.programmeId", "account.id as accountId"])
      .orderBy("certificate.number")
      .executeTakeFirstOrThrow();
    return { database, ...certificate, readable: certificate.number.slice(0, -27) };
  }
  const places = async (look: Awaited<ReturnType<typeof finder>>["look"], q: string) =>
    ((await look(q)).groups ?? [])
      .filter(({ name }: { name: string }) => name === "certificates")
      .flatMap(({ hits }: { hits: Shown[] }) => hits.map(({ to }) => to));

  test("finds by the short number what one issues or holds, and by the whole one what anybody may verify", async () => {
    const { database, number, readable, code, programmeId, accountId } = await setUp();
    const issuer = await finder(database, [{ role: "coordinator", programmeId }]);
    const stranger = await finder(database, ["official"]);
    expect(await places(issuer.look, readable)).toEqual([`/es/desk/workshops/${code}/certificates`]);
    expect((await places(issuer.look, `${code}-0`)).length).toBeGreaterThan(1);
    expect(await places(stranger.look, readable)).toEqual([]);
    expect(await places(stranger.look, number)).toEqual([`/es/verify/${number}`]);
    expect(await places(stranger.look, `${number.slice(0, -1)}${number.endsWith("A") ? "B" : "A"}`)).toEqual([]);
    const cookie = await cookieFor(database, accountId);
    const own = await knock(search.loader, { database, path: `/ja/search?q=${readable.toLowerCase()}`, cookie });
    expect(own.data.groups[0].hits[0].to).toBe("/ja/me/certificates");
  });
});

describeDatabases("a name that has changed", (open) => {
  test("is found by its new words alone", async () => {
    const { database, first } = await twoProgrammes(open);
    const personId = await enrolled(database, first, { familyName: "Mora", givenName: "Ana" }, 2);
    const names = { familyName: "Núñez", givenName: "Ana", secondSurname: null, nativeName: null, kana: null };
    await database.transact(async (trx) => {
      await trx.updateTable("person").set({ familyName: "Núñez" }).where("id", "=", personId).execute();
      await writeNames(trx, personId, { ...names, latinName: null });
    });
    const { find } = await finder(database, ["administrator"]);
    expect(await find("mora")).toEqual({});
    expect((await find("nunez ana")).people).toEqual(["Ana Núñez"]);
  });
});
