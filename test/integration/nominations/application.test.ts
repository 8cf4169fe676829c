import { expect, test } from "vitest";
import { demoAnswers, demoDeclarations } from "#app/demo/content/applications.ts";
import { loader as mine } from "#app/enrolment/own/me.route.tsx";
import { loader as board } from "#app/enrolment/selection/selection.route.tsx";
import * as overview from "#app/nominations/application/own/application.route.tsx";
import * as check from "#app/nominations/application/own/check.route.tsx";
import * as section from "#app/nominations/application/own/section.route.tsx";
import { findOwnData } from "#app/nominations/application/own-data.queries.ts";
import * as desk from "#app/nominations/application/readers/desk-application.route.tsx";
import * as sender from "#app/nominations/application/readers/sender-application.route.tsx";
import { loader as nominees } from "#app/nominations/desk/nominees.route.tsx";
import { loader as calls } from "#app/nominations/sender/calls.route.tsx";
import { loader as nominating } from "#app/nominations/sender/nominating.route.tsx";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { answer, applyAt, applyingWorld, publishVersion, send } from "./applying.ts";
import { code } from "./calling.ts";

const path = `/es/workshops/${code}/application`;
type Typed = Record<string, string | string[]>;

const typedOf = (key: string): Typed =>
  Object.fromEntries(
    Object.entries(demoAnswers[key] ?? {}).map(([name, text]) => [
      `answer.${name}`,
      text.includes("\n") ? text.split("\n") : text,
    ]),
  );

describeDatabases("an application", (open) => {
  async function setUp() {
    const database = await open();
    const world = await applyingWorld(database);
    const { cookie, personId, accountId } = world.ana;
    const who = { code, personId, accountId, at: applyAt };
    const cookies = {
      hector: await cookieFor(database, world.hector.accountId),
      makoto: await cookieFor(database, world.makoto.accountId),
      coordinator: await cookieFor(database, world.coordinator.accountId),
    };
    const look = (loader: Parameters<typeof knock>[0], address = path, by = cookie) =>
      knock(loader, { database, path: address, cookie: by });
    const type = (key: string, form: Typed, seen: Typed = {}) =>
      knock(section.action, {
        ...{ database, cookie, path: `${path}/sections/${key}` },
        form: { version: "2", ...form, seen: writeSeen(seen) },
      });
    const press = (action: Parameters<typeof knock>[0], address: string, form: Typed, by = cookie) =>
      knock(action, { database, path: address, form, cookie: by });
    return { database, ...world, who, cookies, look, type, press };
  }

  test("is saved as it is typed, and says in each section what is missing", async () => {
    const { look, type } = await setUp();
    const { data } = await look(overview.loader);
    expect(data).toMatchObject({ standing: { state: "none" }, may: { change: true } });
    expect(data.sections[0]).toMatchObject({ key: "post", state: "empty", missing: 6 });
    const page = (await look(section.loader, `${path}/sections/post`)).data;
    // what is known of her is offered, and not yet stored
    expect([page.initial["answer.post"], page.stored["answer.post"]]).toEqual(["Jefa de área", ""]);
    const begun = { "answer.post": "Jefa de área" };
    expect((await type("post", begun)).location).toBe(`${path}/sections/education`);
    expect((await look(overview.loader)).data.sections[0]).toMatchObject({ state: "begun", missing: 5 });
    const whenWhole = await type("post", { ...typedOf("post"), onwards: "overview" }, begun);
    expect(whenWhole.location).toBe(`${path}?done=saved`);
    expect((await look(overview.loader)).data.sections[0]).toMatchObject({ state: "complete", missing: 0 });
    expect((await type("afterwards", typedOf("afterwards"))).location).toBe(`${path}/sections/needs`);
    const whole = (await look(check.loader, `${path}/check`)).data;
    expect(whole.lacking.map(({ key }: { key: string }) => key)).toEqual([
      ...["education", "languages", "experience", "purpose", "emergency"],
    ]);
    expect(whole.sections[0].items[2].text).toBe("Mando medio (jefatura o subdirección)");
  });

  test("says at the field what is wrong, keeps all that was typed, and saves none of it", async () => {
    const { look, type } = await setUp();
    const wrong = { "answer.postSince": "2026-02-31", "answer.level": "king", "answer.unit": "x".repeat(201) };
    const { status, data } = await type("post", { ...typedOf("post"), ...wrong });
    expect([status, data.errors]).toEqual([
      422,
      {
        "answer.unit": "common:form.tooLong",
        "answer.level": "common:form.choose",
        "answer.postSince": "desk:form.date",
      },
    ]);
    expect(data.values).toMatchObject({ ...typedOf("post"), ...wrong });
    expect((await type("experience", { "answer.years": "nueve" })).data.errors).toEqual({
      "answer.years": "applications:form.number",
    });
    expect((await type("experience", { "answer.years": "９" })).status).toBe(302);
    expect((await look(overview.loader)).data.sections[0]).toMatchObject({ state: "empty" });
    expect((await type("nothing", {})).status).toBe(404);
  });

  test("brings together what two browsers have typed, and asks where both have typed the same", async () => {
    const { look, type } = await setUp();
    const seen = typedOf("purpose");
    await type("purpose", seen);
    expect((await type("purpose", { ...seen, "answer.goal": "Otra meta" }, seen)).status).toBe(302);
    expect((await type("purpose", { ...seen, "answer.problem": "Otro problema" }, seen)).status).toBe(302);
    const { stored } = (await look(section.loader, `${path}/sections/purpose`)).data;
    expect(stored).toEqual({ ...seen, "answer.goal": "Otra meta", "answer.problem": "Otro problema" });
    const { status, data } = await type("purpose", { ...seen, "answer.goal": "Una tercera" }, seen);
    expect([status, data.errors]).toEqual([409, { "choice.answer.goal": "common:form.disputed" }]);
    expect(data.lastChange.by).toContain("Ávila");
  });

  test("of a form that changed while she typed keeps what she typed, and saves it into the new one", async () => {
    const { database, look, type } = await setUp();
    await type("purpose", typedOf("purpose"));
    await publishVersion(database, (content) => ({
      ...content,
      sections: content.sections.map((one) =>
        one.key === "purpose" ? { ...one, key: "aims", questions: one.questions.slice(0, 2) } : one,
      ),
    }));
    const seen = typedOf("purpose");
    const late = { ...seen, "answer.goal": "Escrito tarde", "answer.topic": "Un tema" };
    const { status, data } = await type("purpose", late, seen);
    // the section is gone: the first one stands in its place, and none of the texts has a field there
    expect([status, data.errors[""]]).toEqual([409, "applications:refused.otherVersion"]);
    expect(data.errors["answer.topic"]).toBe("common:form.unplaced");
    expect(data.values).toMatchObject(late);
    const shown = (await look(section.loader, `${path}/sections/purpose`)).data;
    expect(shown).toMatchObject({ version: 3, section: { key: "post" } });
    const aims = (await look(section.loader, `${path}/sections/aims`)).data;
    expect(aims.stored).toEqual({ "answer.problem": seen["answer.problem"], "answer.goal": seen["answer.goal"] });
    const again = { "answer.problem": seen["answer.problem"] ?? "", "answer.goal": "Escrito tarde" };
    expect((await type("aims", { ...again, version: "3" }, aims.stored)).status).toBe(302);
  });

  test("is sent when it is whole and declared, read by her focal point and the host, and called back", async () => {
    const { database, ana, nomination, who, cookies, look, press } = await setUp();
    const reading = `/es/nominations/${code}/nominees/${nomination.id}/application`;
    const atDesk = `/es/desk/workshops/${code}/nominations/${nomination.id}/application`;
    const form = async (change: Typed = {}) => {
      const { version, answersAt } = (await look(check.loader, `${path}/check`)).data;
      return { version: String(version), answersAt, declarations: demoDeclarations, ...change };
    };
    const sending = async (change?: Typed) => press(check.action, `${path}/check`, await form(change));
    expect((await sending()).data.errors).toEqual({ "": "applications:refused.incomplete" });
    await answer(database, who);
    expect((await look(sender.loader, reading, cookies.hector)).status).toBe(404);
    expect((await sending({ declarations: ["true"] })).data.errors).toEqual({
      declarations: "applications:refused.undeclared",
    });
    expect((await sending({ version: "7" })).status).toBe(409);
    expect((await sending({ answersAt: "2026-01-01T00:00:00.000Z" })).data.errors[""]).toBe(
      "applications:refused.changed",
    );
    expect((await look(mine, "/es/me")).data.nominations[0].application).toMatchObject({
      state: "draft",
      isOpen: true,
    });
    expect((await sending()).location).toBe(`${path}?done=sent`);
    expect((await look(mine, "/es/me")).data.nominations[0].application).toMatchObject({ state: "sent" });
    expect((await look(section.loader, `${path}/sections/post`)).location).toBe(`${path}?refused=notFromHere`);

    const read = (await look(sender.loader, reading, cookies.hector)).data.read;
    expect(read.sections[5].items[1].text).toBe("Mi equipo y Otras oficinas de mi institución");
    expect(read.declarations.map(({ isMade }: { isMade: boolean }) => isMade)).toEqual([
      ...[true, true, true, true, true, true, true, false],
    ]);
    expect((await look(desk.loader, atDesk, cookies.coordinator)).status).toBe(200);
    // neither another country's focal point nor she herself comes in by their doors
    expect((await look(sender.loader, reading, cookies.makoto)).status).toBe(404);
    expect((await look(sender.loader, reading)).status).toBe(403);
    expect((await look(desk.loader, atDesk)).status).toBe(403);
    for (const [loader, address, cookie] of [
      [nominating, `/es/nominations/${code}`, cookies.hector],
      [nominees, `/es/desk/workshops/${code}/nominations`, cookies.coordinator],
    ] as const) {
      const { data } = await look(loader, address, cookie);
      expect((data.nominees ?? data.rows)[0]).toMatchObject({ application: "sent" });
    }
    const [card] = (await look(calls, "/es/nominations", cookies.hector)).data.open;
    expect(card).toMatchObject({ nominated: 1, applications: 1 });
    expect((await look(board, `/es/desk/workshops/${code}/selection`, cookies.coordinator)).status).toBe(200);

    expect((await press(overview.action, path, { part: "callBack" })).location).toBe(`${path}?done=calledBack`);
    expect((await look(sender.loader, reading, cookies.hector)).status).toBe(404);
    expect((await press(overview.action, path, { part: "callBack" })).location).toBe(`${path}?refused=notFromHere`);
    expect((await sending()).status).toBe(302);
    const own = await findOwnData(database.read, { personId: ana.personId, accountId: ana.accountId } as never);
    expect(own.applications).toMatchObject([{ workshop: code, form: "STANDARD", version: 2, state: "sent" }]);
    expect([own.applicationEvents.length, own.applicationDeclarations.length]).toEqual([4, 7]);
  });

  test("is returned by her focal point with a reason, and closes with the nominees' part of the call", async () => {
    const { database, nomination, who, cookies, look, press } = await setUp();
    await answer(database, who);
    expect(await send(database, who)).toEqual({ status: "sent" });
    const reading = `/es/nominations/${code}/nominees/${nomination.id}/application`;
    expect((await press(sender.action, reading, { reason: "" }, cookies.hector)).status).toBe(422);
    expect((await press(sender.action, reading, { reason: "x" }, cookies.makoto)).status).toBe(404);
    expect((await press(sender.action, reading, { reason: "Falta el plan." }, cookies.hector)).location).toBe(
      `/es/nominations/${code}/nominees/${nomination.id}?done=applicationReturned`,
    );
    expect((await look(overview.loader)).data).toMatchObject({
      standing: { state: "returned", returnedBecause: "Falta el plan.", history: [{ who: "sender" }, {}, {}] },
      may: { change: true },
    });
    // on the day after, in the host's zone, nothing is taken any more
    const late = { ...who, at: "2027-03-02T06:00:00.000Z" as const };
    expect(await send(database, late)).toEqual({ status: "refused", because: "closed" });
    expect(await send(database, { ...who, at: "2027-03-02T05:59:00.000Z" })).toEqual({ status: "sent" });
  });
});
