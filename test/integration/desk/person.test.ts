import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findAccountOf, listGrants } from "#app/accounts/queries.ts";
import * as person from "#app/desk/people/person/person.route.tsx";
import * as facts from "#app/desk/people/person-facts.route.tsx";
import * as added from "#app/desk/people/person-new.route.tsx";
import { findProfile } from "#app/people/queries.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";
import { add, at, by, jose, setUp, yuko } from "./people-desk.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) }));
afterEach(() => void vi.useRealTimers());

describeDatabases("a person's page", (open) => {
  const path = (id: string, rest = "") => `/en/desk/people/${id}${rest}`;

  test("is made by its form, put on the programme's list, and asks before the same is made twice", async () => {
    const database = await open();
    const { cookie, stranger, programmeId } = await setUp(database);
    const send = (given: Record<string, string>, who = cookie) =>
      knock(added.action, { database, cookie: who, path: "/en/desk/people/new", form: { ...yuko, ...given } });
    expect((await send({})).data.errors).toEqual({ programmeId: "deskPeople:new.programmeMissing" });
    expect((await send({ programmeId }, stranger)).data.errors).toEqual({ programmeId: "common:form.choose" });
    const made = await send({ programmeId });
    const id = /people\/([\w-]+)\?done=added$/.exec(made.location ?? "")?.[1] ?? "";
    expect((await knock(person.loader, { database, cookie, path: path(id) })).status).toBe(200);
    expect((await knock(person.loader, { database, cookie: stranger, path: path(id) })).status).toBe(404);
    // the same name in another order and script, in the same institution; then the same address
    const again = { programmeId, email: "", nativeName: "", familyName: "SATŌ", givenName: "Yūko", kana: "" };
    const asked = await send(again);
    expect([asked.status, asked.data.errors]).toEqual([422, { isNew: "deskPeople:new.alike.error" }]);
    expect(asked.data.alike).toMatchObject([{ id, by: ["name"] }]);
    const other = { programmeId, familyName: "Ito", givenName: "Ken", nativeName: "", kana: "" };
    expect((await send(other)).data.alike).toMatchObject([{ id, by: ["mail"] }]);
    expect((await send({ ...again, isNew: "1" })).status).toBe(302);
    // whoever sees nobody is told of nobody
    const elsewhere = await programmeOf(database, await addWorkshop(database, { code: "MJ-9" }));
    const far = await addAccount(database, { grants: [{ role: "coordinator", programmeId: elsewhere }] });
    const farCookie = await cookieFor(database, far.accountId);
    expect((await send({ programmeId: elsewhere }, farCookie)).status).toBe(302);
  });

  test("tells the whole story, of workshops out of reach no more than that they are", async () => {
    const database = await open();
    const { cookie, workshopId, programmeId } = await setUp(database);
    const other = await addWorkshop(database, { code: "MJ-3", state: "completed" });
    const draft = await addWorkshop(database, { code: "MJ-4", state: "draft" });
    const personId = await add(database, { ...yuko, post: "係長" });
    await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    await addEnrolment(database, { workshopId: other, personId, state: "confirmed" });
    await addEnrolment(database, { workshopId: draft, personId, state: "confirmed" });
    const { data } = await knock(person.loader, { database, cookie, path: path(personId) });
    const rows = (data.workshops as { code: string; isWithin: boolean; attendance: string | null }[]).toSorted((a, b) =>
      a.code.localeCompare(b.code),
    );
    expect(rows).toMatchObject([
      { code: "MJ-1", isWithin: true, attendance: "–" },
      { code: "MJ-3", isWithin: false, attendance: null },
    ]);
    expect(data.facts).toMatchObject({ nativeName: "佐藤 裕子", post: "係長", email: "yuko@customs.example.jp" });
    expect((data.changes as { action: string }[]).map(({ action }) => action)).toEqual([
      "person.listed",
      "person.added",
    ]);
    expect(data.lists).toMatchObject({ listed: [{ id: programmeId, mayTakeOff: true }], open: [] });
  });

  test("leads on to the workshops to which they can be added, within reach alone", async () => {
    const database = await open();
    const { cookie, stranger, workshopId, programmeId } = await setUp(database);
    const personId = await add(database, yuko);
    await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
    const offered = async () => {
      const { data } = await knock(person.loader, { database, cookie, path: path(personId) });
      return (data.openTo as { value: string }[]).map(({ value }) => value);
    };
    expect(await offered()).toEqual(["MJ-1"]);
    const go = (who: string, code: string) =>
      knock(person.action, { database, cookie: who, path: path(personId), form: { part: "enrolling", code } });
    expect((await go(cookie, "MJ-1")).location).toBe(
      `/en/desk/workshops/MJ-1/participants/new?step=review&p=${personId}`,
    );
    expect([(await go(cookie, "MJ-2")).status, (await go(stranger, "MJ-2")).status]).toEqual([404, 404]);
    expect((await go(cookie, "")).data.errors).toEqual({ code: "common:form.choose" });
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    expect(await offered()).toEqual([]);
  });

  test("is edited within reach alone, but for an account's address and a name that was confirmed", async () => {
    const database = await open();
    const { cookie, stranger, workshopId } = await setUp(database);
    const ana = await addAccount(database, { email: "ana@sat.example", passwordHash: null });
    await database.transact((trx) =>
      trx
        .updateTable("person")
        .set({ certificateName: "ANA", nameConfirmedAt: at })
        .where("id", "=", ana.personId)
        .execute(),
    );
    await addEnrolment(database, { workshopId, personId: ana.personId, state: "confirmed" });
    const form = { ...jose, familyName: "Ruiz", postLevel: "head", sex: "female", email: "else@sat.example" };
    const send = (who: string) =>
      knockInsisting(facts.action, { database, cookie: who, path: path(ana.personId, "/facts"), form });
    expect((await send(stranger)).status).toBe(404);
    expect((await send(cookie)).location).toBe(`/en/desk/people/${ana.personId}?done=saved`);
    expect(await findProfile(database.read, ana.personId)).toMatchObject({
      ...{ familyName: "Ruiz", postLevel: "head", sex: "female", email: null, certificateName: "ANA" },
    });
    expect((await findAccountOf(database.read, ana.personId))?.email).toBe("ana@sat.example");
  });

  test("invites to an account with the address that is known, once, and to none that another has", async () => {
    const database = await open();
    const { cookie, programmeId } = await setUp(database);
    const press = (id: string, form: Record<string, string>) =>
      knock(person.action, { database, cookie, path: path(id), form });
    const known = async (given: Record<string, string>) => {
      const personId = await add(database, given);
      await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
      return personId;
    };
    const [first, second, silent] = [await known(yuko), await known(yuko), await known(jose)];
    const invitation = { part: "invitation" };
    expect((await press(first, invitation)).location).toBe(`/en/desk/people/${first}?done=invited`);
    const account = await findAccountOf(database.read, first);
    expect(account).toMatchObject({ email: "yuko@customs.example.jp", state: "invited" });
    expect((await findProfile(database.read, first))?.email).toBeNull();
    const grants = await listGrants(database.read, [account?.id as Id<"account">]);
    expect(grants.map(({ role }) => role)).toEqual(["official"]);
    const refusals = [];
    for (const id of [first, second, silent]) refusals.push((await press(id, invitation)).data.refused);
    expect(refusals).toEqual(["hasAccount", "emailTaken", "noEmail"]);
    const jobs = await database.read.selectFrom("outbox").select("event").execute();
    expect(jobs.map(({ event }) => event)).toEqual(["account.invited"]);
  });

  test("puts somebody on the list of one's own programme, and of no other", async () => {
    const database = await open();
    const { cookie, programmeId, otherId, workshopId } = await setUp(database);
    const personId = await add(database, yuko);
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const press = (part: string, programme: string) =>
      knock(person.action, { database, cookie, path: path(personId), form: { part, programmeId: programme } });
    expect((await press("listing", otherId)).status).toBe(404);
    expect((await press("listing", programmeId)).location).toContain("done=listed");
    expect((await press("unlisting", programmeId)).location).toContain(`${personId}?done=unlisted`);
    await database.transact((trx) => trx.deleteFrom("enrolment").execute());
    await database.transact((trx) => listOnProgramme(trx, { programmeId, personId }, by));
    expect((await press("unlisting", programmeId)).location).toBe("/en/desk/people?done=unlisted");
  });
});
