import { expect, test } from "vitest";
import { z } from "zod";
import { everywhere, type Reach } from "#app/access/permissions.ts";
import { disableAccount, openAccount } from "#app/accounts/commands.ts";
import { listAccounts } from "#app/accounts/list.queries.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { idsWithinReach, isWithinReach, peopleWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { listToTell } from "#app/enrolment/told/told.queries.ts";
import { emit } from "#app/outbox/commands.ts";
import { addPerson, changePerson } from "#app/people/commands.ts";
import { type PersonFacts, personFacts } from "#app/people/form.ts";
import { findProfile } from "#app/people/queries.ts";
import { listOnProgramme, takeOffProgramme } from "#app/programmes/list.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { at, mailing } from "#test/integration/mail/mailing.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

const by = { accountId: null, at };
const early = "2026-10-02T12:00:00.000Z" as Instant;

const factsOf = (given: Record<string, string> = {}): PersonFacts =>
  z.object(personFacts).parse({
    ...{ familyName: "Sato", givenName: "Yuki", nativeName: "佐藤 裕子", kana: "さとう ゆうこ", country: "JP" },
    ...{ zone: "Asia/Tokyo", locale: "ja", email: "Office@Customs.Example.JP", ...given },
  });

const add = (database: Database, given?: Record<string, string>) =>
  database.transact((trx) => addPerson(trx, factsOf(given), by));

const { server, run } = mailing();

const letters = () => server().inbox.map(({ to, text = "" }) => ({ to: [to ?? []].flat()[0]?.text, text }));

describeDatabases("somebody without an account", (open) => {
  test("is kept with what is known, found by all of it, and recorded", async () => {
    const database = await open();
    const given = { post: "係長", postLevel: "head", sex: "female", secondSurname: "" };
    const personId = await add(database, given);
    expect(await findProfile(database.read, personId)).toMatchObject({
      ...{ familyName: "Sato", nativeName: "佐藤 裕子", kana: "サトウ ユウコ", latinName: null, secondSurname: null },
      ...{ post: "係長", postLevel: "head", sex: "female", email: "office@customs.example.jp", institutionId: null },
    });
    const words = await database.read
      .selectFrom("addressWord")
      .select("word")
      .where("personId", "=", personId)
      .execute();
    expect(words.map(({ word }) => word)).toContain("customs.example.jp");
    await sealed(database);
    const audit = await database.read.selectFrom("audit").select(["action", "subjectId"]).execute();
    expect(audit).toEqual([{ action: "person.added", subjectId: personId }]);
  });

  test("may share an address with others, and is refused with a word where it is none", async () => {
    const database = await open();
    expect(await add(database)).not.toBe(await add(database));
    const parsed = z.object(personFacts).safeParse({ ...factsOf(), email: "office@", postLevel: "king", sex: "F" });
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message]).toSorted()).toEqual([
      ["email", "common:form.email"],
      ["postLevel", "common:form.choose"],
      ["sex", "common:form.choose"],
    ]);
  });

  test("is no account among accounts, however many are named so", async () => {
    const database = await open();
    await add(database);
    const person = { ...factsOf(), institutionId: null, secondSurname: null };
    const { familyName, givenName, secondSurname, institutionId, country, locale, zone } = person;
    const known = { familyName, givenName, secondSurname, institutionId, country, locale, zone };
    await database.transact((trx) => openAccount(trx, { email: "yuki@customs.example.jp", person: known }, by));
    const found = await listAccounts(database.read, { q: "sato", role: null, place: null, locale: "en" });
    expect([found.rows.map(({ email }) => email), found.total]).toEqual([
      ["yuki@customs.example.jp"],
      { count: 1, isMore: false },
    ]);
  });

  test("changes their address, and is found by the new one alone", async () => {
    const database = await open();
    const personId = await add(database);
    const { homeInstitutionId: _, ...details } = factsOf({ email: "yuko@example.jp", sex: "other" });
    await database.transact((trx) => changePerson(trx, personId, { ...details, institutionId: null }, by));
    const words = await database.read.selectFrom("addressWord").select("word").orderBy("word").execute();
    expect(words.map(({ word }) => word)).toEqual(["example.jp", "jp", "yuko@example.jp"]);
    await sealed(database);
    const [, changed] = await database.read.selectFrom("audit").select("details").orderBy("seq").execute();
    expect(JSON.parse(changed?.details ?? "")).toEqual({ fields: ["email", "sex"].toSorted(() => -1) });
  });

  test("is written to at their own address, in words that lead to what they can open", async () => {
    const database = await open();
    const personId = await add(database);
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1 });
    await database.transact((trx) => enrol(trx, { personId, workshopId }, { ...by, at: early }));
    await run(database);
    const [letter] = letters();
    expect(letter?.to).toBe("office@customs.example.jp");
    expect(letter?.text).toContain("https://puente.example/ja/workshops/MJ-1\n");
    expect(letter?.text).toContain("ワークショップの運営担当までご連絡ください");
    expect(letter?.text).not.toMatch(/マイページ|ja\/me/);
  });

  test("has a seat kept and given like anybody else, whoever has a disabled account is still passed over", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1 });
    const seated = await add(database);
    const person = { familyName: "Sato", givenName: "Ken", secondSurname: null, institutionId: null } as const;
    const disabled = await database.transact((trx) =>
      openAccount(
        trx,
        { email: "ken@example.jp", person: { ...person, country: "JP", locale: "ja", zone: "Asia/Tokyo" } },
        by,
      ),
    );
    const waiting = await add(database, { email: "" });
    for (const personId of [seated, disabled?.personId as Id<"person">, waiting])
      await database.transact((trx) => enrol(trx, { personId, workshopId }, { ...by, at: early }));
    await database.transact((trx) => disableAccount(trx, disabled?.accountId as Id<"account">, by));
    await database.transact((trx) => withdraw(trx, { personId: seated, workshopId }, { ...by, at: early }));
    const states = await database.read.selectFrom("enrolment").select("state").orderBy("ticket").execute();
    expect(states.map(({ state }) => state)).toEqual(["withdrawn", "reserve", "confirmed"]);
  });

  test("is told of changes where a letter can reach them", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const [reached, unknown] = [await add(database), await add(database, { email: "" })];
    for (const personId of [reached, unknown])
      await database.transact((trx) => enrol(trx, { personId, workshopId }, { ...by, at: early }));
    await run(database);
    await database.transact((trx) => trx.updateTable("session").set({ room: "Aula 9" }).execute());
    expect((await listToTell(database.read, workshopId, early)).map(({ personId }) => personId)).toEqual([reached]);
    await database.transact(async (trx) => {
      for (const { enrolmentId, personId } of await listToTell(trx, workshopId, early))
        await emit(trx, at, "enrolment.replanned", { enrolmentId }, { workshopId, personId });
    });
    await run(database);
    expect(letters()).toHaveLength(2);
  });

  test("keeps where they worked when they enrolled, and when they enrol again", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const { hostInstitutionId } = await database.read
      .selectFrom("workshop")
      .select("hostInstitutionId")
      .executeTakeFirstOrThrow();
    const personId = await add(database, { homeInstitutionId: hostInstitutionId, post: "係長", postLevel: "head" });
    const whose = { personId, workshopId };
    const kept = () =>
      database.read.selectFrom("enrolment").select(["institutionId", "post", "postLevel"]).executeTakeFirstOrThrow();
    await database.transact((trx) => enrol(trx, whose, { ...by, at: early }));
    const { homeInstitutionId: _, ...details } = factsOf({ post: "課長", postLevel: "director" });
    await database.transact((trx) => changePerson(trx, personId, { ...details, institutionId: null }, by));
    expect(await kept()).toEqual({ institutionId: hostInstitutionId, post: "係長", postLevel: "head" });
    await database.transact((trx) => withdraw(trx, whose, { ...by, at: early }));
    await database.transact((trx) => enrol(trx, whose, { ...by, at: early }));
    expect(await kept()).toEqual({ institutionId: null, post: "課長", postLevel: "director" });
  });
});

describeDatabases("whom somebody's reach takes in", (open) => {
  test("are those of its workshops, then and now, and those on its programmes' lists", async () => {
    const database = await open();
    const [mine, others] = [
      await addWorkshop(database, { code: "MJ-1" }),
      await addWorkshop(database, { code: "MJ-2" }),
    ];
    const [seated, gone, elsewhere, listed, stranger] = [
      await add(database),
      await add(database),
      await add(database),
      await add(database),
      await add(database),
    ];
    await addEnrolment(database, { workshopId: mine, personId: seated, state: "confirmed", ticket: 1 });
    await addEnrolment(database, { workshopId: mine, personId: gone, state: "withdrawn", ticket: 2 });
    await addEnrolment(database, { workshopId: others, personId: elsewhere, state: "confirmed", ticket: 1 });
    const programmeId = await programmeOf(database, mine);
    const list = () => database.transact((trx) => listOnProgramme(trx, { programmeId, personId: listed }, by));
    expect([await list(), await list()]).toEqual([true, false]);
    const none: Reach = { ...everywhere, everywhere: false };
    const all = [seated, gone, elsewhere, listed, stranger];
    const within = async (reach: Reach) => {
      const rows = await database.read.selectFrom("person").select("id").where(peopleWithinReach(reach)).execute();
      const found = rows.map(({ id }) => id).toSorted();
      const asked = await Promise.all(all.map((id) => isWithinReach(database.read, reach, id)));
      expect(all.filter((_, place) => asked[place]).toSorted()).toEqual(found);
      if (!reach.everywhere)
        expect(
          [...new Set((await idsWithinReach(database.read, reach).execute()).map(({ id }) => id))].toSorted(),
        ).toEqual(found);
      return found;
    };
    expect(await within(everywhere)).toEqual(all.toSorted());
    expect(await within({ ...none, programmeIds: [programmeId] })).toEqual([seated, gone, listed].toSorted());
    expect(await within({ ...none, workshopIds: [mine] })).toEqual([seated, gone].toSorted());
    expect(await within({ ...none, workshopIds: [others] })).toEqual([elsewhere]);
    expect(await within(none)).toEqual([]);
    const off = () => database.transact((trx) => takeOffProgramme(trx, { programmeId, personId: listed }, by));
    expect([await off(), await off()]).toEqual([true, false]);
    expect(await within({ ...none, programmeIds: [programmeId] })).toEqual([seated, gone].toSorted());
    await sealed(database);
    const audit = await database.read.selectFrom("audit").select("action").orderBy("seq").execute();
    expect(audit.map(({ action }) => action).slice(-2)).toEqual(["person.listed", "person.unlisted"]);
  });
});
