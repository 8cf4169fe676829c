import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import * as check from "#app/nominations/application/own/check.route.tsx";
import * as section from "#app/nominations/application/own/section.route.tsx";
import { findOwnData } from "#app/nominations/application/own-data.queries.ts";
import * as atDesk from "#app/nominations/application/readers/desk-application.route.tsx";
import * as atSender from "#app/nominations/application/readers/sender-application.route.tsx";
import { copyCall, publishCall } from "#app/nominations/call/commands.ts";
import { findCall, listCallVersions } from "#app/nominations/call/queries.ts";
import * as one from "#app/nominations/call/questions/question.route.tsx";
import * as adding from "#app/nominations/call/questions/question-new.route.tsx";
import * as list from "#app/nominations/call/questions/questions.route.tsx";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";
import { answer, applyAt, publishVersion, send, standardFormId } from "./applying.ts";
import { callingWorld, code, save } from "./calling.ts";
import { put } from "./nominating.ts";

const desk = `/es/desk/workshops/${code}/call/questions`;
const path = `/es/workshops/${code}/application`;
type Typed = Record<string, string>;

const aim = { "label.es": "¿Qué caso trae?", "label.ja": "どの案件ですか。", kind: "longText", required: "1" };
const count = {
  ...{ "label.es": "¿Cuántas personas?", kind: "oneOf", required: "1" },
  ...{ "options.es": "Una\nDos", "options.ja": "一人\n二人" },
};

describeDatabases("questions of a workshop", (open) => {
  async function setUp() {
    const database = await open();
    const world = await callingWorld(database);
    const { mexico, japan, coordinator, hector } = world;
    await save(database, { institutions: [mexico, japan], applicationForm: standardFormId });
    const cookie = await cookieFor(database, coordinator.accountId);
    const look = (address = desk, loader: Parameters<typeof knock>[0] = list.loader, by = cookie) =>
      knock(loader, { database, path: address, cookie: by });
    const press = (form: Typed, address = desk, action: Parameters<typeof knock>[0] = list.action, by = cookie) =>
      knock(action, { database, path: address, form, cookie: by });
    const add = (form: Typed) => press(form, `${desk}/new`, adding.action);
    const labels = async () =>
      (await look()).data.asked.map(({ label }: { label: { text: string } }) => label.text) as string[];
    return { database, ...world, hectorCookie: await cookieFor(database, hector.accountId), look, press, add, labels };
  }

  const publish = (database: Database) =>
    database.transact(async (trx) => publishCall(trx, await held(trx, { code }), { accountId: null, at: applyAt }));

  test("are written, moved, taken away and brought back until the call is published", async () => {
    const { database, workshopId, look, press, add, labels } = await setUp();
    expect((await look()).data).toMatchObject({ asked: [], isFrozen: false, hasForm: true });
    expect((await add({ kind: "oneOf", "options.es": "Una" })).data.errors).toEqual({
      "label.es": "calls:questions.label",
      "options.es": "calls:questions.options.few",
    });
    expect((await add(aim)).location).toBe(`${desk}?done=saved`);
    await add(count);
    await add({ "label.es": "¿Asiste?", kind: "yesNo" });
    expect(await labels()).toEqual(["¿Qué caso trae?", "¿Cuántas personas?", "¿Asiste?"]);
    expect((await look()).data.asked[1]).toMatchObject({
      options: [{ key: "1" }, { key: "2" }],
      missing: ["English", "日本語"].reverse(),
    });
    expect((await press({ part: "move", number: "3", way: "up" })).location).toBe(desk);
    expect(await labels()).toEqual(["¿Qué caso trae?", "¿Asiste?", "¿Cuántas personas?"]);
    // a number that is not there, and the first one up: nothing happens, or it says so
    await press({ part: "move", number: "1", way: "up" });
    expect((await press({ part: "remove", number: "9" })).location).toBe(`${desk}?refused=gone`);
    expect((await press({ part: "remove", number: "3" })).location).toBe(`${desk}?done=removed`);
    expect((await look(`${desk}/3`, one.loader)).status).toBe(404);
    expect((await look()).data.removed).toMatchObject([{ number: 3 }]);
    expect((await press({ part: "restore", number: "3" })).location).toBe(`${desk}?done=restored`);
    const { initial } = (await look(`${desk}/1`, one.loader)).data;
    const changed = { ...aim, "label.es": "¿Qué expediente trae?", seen: writeSeen(initial) };
    expect((await press(changed, `${desk}/1`, one.action)).location).toBe(`${desk}?done=saved`);
    expect((await labels())[0]).toBe("¿Qué expediente trae?");
    await press({ part: "remove", number: "3" });
    // whoever saves the call beside it leaves them as they are
    await save(database, { institutions: [], countries: ["MX"], applicationForm: standardFormId });
    expect(await labels()).toHaveLength(2);
    expect(await publish(database)).toEqual({ status: "published" });
    const [version] = await listCallVersions(database.read, workshopId);
    expect(version?.content.questions?.map(({ number }) => number)).toEqual([1, 2]);
    expect((await look()).data).toMatchObject({ isFrozen: true, removed: [] });
    for (const form of [
      { part: "remove", number: "1" },
      { part: "restore", number: "3" },
    ])
      expect((await press(form)).location).toBe(`${desk}?refused=frozen`);
    expect((await add(aim)).status).toBe(409);
    expect((await look(`${desk}/new`, adding.loader)).location).toBe(desk);
  });

  test("are ten at most, go along to the next edition, and are out of reach for others", async () => {
    const { database, hectorCookie, look, press, add, labels } = await setUp();
    for (let place = 0; place < 10; place += 1) await add({ ...aim, "label.es": `¿${place}?` });
    expect((await add(aim)).data.errors).toEqual({ "": "calls:questions.refused.tooMany" });
    await press({ part: "remove", number: "4" });
    await add({ ...aim, "label.es": "¿Otra?" });
    expect((await press({ part: "restore", number: "4" })).location).toBe(`${desk}?refused=tooMany`);
    expect(await labels()).toHaveLength(10);
    expect((await look(desk, list.loader, hectorCookie)).status).toBe(403);
    const id = await addWorkshop(database, { code: "MJ-2028-01", startsOn: "2028-06-19", endsOn: "2028-06-23" });
    await database.transact(async (trx) =>
      copyCall(
        trx,
        { former: await held(trx, { code }), code: "MJ-2028-01", reach: everywhere },
        { accountId: null, at: applyAt },
      ),
    );
    expect((await findCall(database.read, id))?.content.questions).toHaveLength(10);
  });

  test("are answered with the application, read by whoever reads it, and handed to whom they are about", async () => {
    const { database, mexico, workshopId, coordinator, hector, add } = await setUp();
    await add(aim);
    await add(count);
    await publish(database);
    const person = { familyName: "Ávila", institutionId: mexico, post: "Jefa de área" };
    const ana = await addAccount(database, { grants: [{ role: "official" }], person });
    await put(database, mexico, [ana.personId], applyAt);
    const cookie = await cookieFor(database, ana.accountId);
    const who = { code, personId: ana.personId, accountId: ana.accountId, at: applyAt };
    await answer(database, who);
    expect(await send(database, who)).toEqual({ status: "refused", because: "incomplete" });
    const look = (loader: Parameters<typeof knock>[0], address: string, by = cookie) =>
      knock(loader, { database, path: address, cookie: by });
    const type = (form: Typed) =>
      knock(section.action, { database, cookie, path: `${path}/sections/workshop`, form: { version: "2", ...form } });
    const page = (await look(section.loader, `/ja/workshops/${code}/application/sections/workshop`)).data;
    expect(page.section.questions[0].label).toEqual({ text: "どの案件ですか。", lang: "ja" });
    expect(page.section.questions[1].options).toEqual([
      { value: "1", label: "一人" },
      { value: "2", label: "二人" },
    ]);
    const wrong = await type({ "answer.workshop-1": "x".repeat(1_001), "answer.workshop-2": "9" });
    expect([wrong.status, Object.keys(wrong.data.errors)]).toEqual([422, ["answer.workshop-1", "answer.workshop-2"]]);
    // another version of the form comes out while she types: nothing is saved, nothing is lost
    await publishVersion(database, (content) => content);
    const late = await type({ "answer.workshop-1": "Valoración", "answer.workshop-2": "2" });
    expect([late.status, late.data.errors[""]]).toEqual([409, "applications:refused.otherVersion"]);
    expect(late.data.values["answer.workshop-1"]).toBe("Valoración");
    expect((await type({ "answer.workshop-1": "Valoración", "answer.workshop-2": "2", version: "3" })).location).toBe(
      `${path}/check`,
    );
    const whole = (await look(check.loader, `${path}/check`)).data;
    expect(whole.lacking).toEqual([]);
    expect(await send(database, who)).toEqual({ status: "sent" });
    const nomination = await findStandingNomination(database.read, workshopId, ana.personId);
    const texts = ["Valoración", "Dos"];
    for (const [loader, address, account] of [
      [atDesk.loader, `/es/desk/workshops/${code}/nominations/${nomination?.id}/application`, coordinator],
      [atSender.loader, `/es/nominations/${code}/nominees/${nomination?.id}/application`, hector],
    ] as const) {
      const { data } = await look(loader, address, await cookieFor(database, account.accountId));
      expect(data.read.sections.at(-1).items.map(({ text }: { text: string }) => text)).toEqual(texts);
    }
    const own = await findOwnData(database.read, { personId: ana.personId, accountId: ana.accountId } as never);
    expect(own.applicationAnswers).toContainEqual(
      expect.objectContaining({
        question: "workshop-1",
        value: "Valoración",
        asked: { es: "¿Qué caso trae?", ja: "どの案件ですか。", en: "" },
      }),
    );
  });
});
