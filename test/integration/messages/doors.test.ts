import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as fresh from "#app/messages/compose/message-new.route.tsx";
import * as text from "#app/messages/compose/message-text.route.tsx";
import * as message from "#app/messages/delivery/message.route.tsx";
import { reactions } from "#app/reactions.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";
import { at, letters, page, texts, writing } from "./writing.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const run = (database: Database) => runDueJobs({ ...jobContext(database, at), at, reactions });

describeDatabases("the pages of a message", (open) => {
  test("a message is written, checked, tried and sent", async () => {
    const database = await open();
    const { mariana, people } = await writing(database);
    const { cookie } = mariana;
    const offered = await knock(fresh.loader, { database, path: `${page}/new`, cookie });
    expect(offered.data.view).toMatchObject({
      counts: { all: 4, seated: 3, reserve: 1 },
      readers: { es: 2, ja: 1, en: 1 },
    });
    const saved = await knock(fresh.action, {
      ...{ database, cookie, path: `${page}/new` },
      form: { audience: "all", ...texts },
    });
    expect(saved.status).toBe(302);
    const path = saved.location?.replace(/\?.*/, "") ?? "";
    const look = async (query = "") => (await knock(message.loader, { database, path: path + query, cookie })).data;
    const { outlook } = await look();
    expect(outlook).toMatchObject({ count: 4, covered: 3, lacks: null, unreachable: { count: 1 } });
    // whose language is missing is looked at first
    expect(outlook.preview).toMatchObject({ lang: "en", textLang: "es", notes: [expect.stringContaining("Spanish")] });
    const ana = await look(`?reader=${people.ana.enrolmentId}`);
    expect(ana.outlook.preview).toMatchObject({ lang: "es", notes: [], subject: "Aviso: Valoración aduanera" });
    expect(ana.outlook.preview.closing[0]).toBe("Mariana Núñez");

    await knock(message.action, { database, path, cookie, form: { deed: "try" } });
    await run(database);
    const trials = await letters(database);
    expect(trials.map(({ toAddress, kind }) => [toAddress, kind])).toEqual(
      Array(2).fill(["mariana@amexcid.example", "message.trial"]),
    );
    expect((await look()).message.state).toBe("draft");

    const sent = await knock(message.action, { database, path, cookie, form: { deed: "send" } });
    expect([sent.status, sent.location]).toEqual([302, `${path}?done=send`]);
    await run(database);
    expect(await look()).toMatchObject({
      outlook: null,
      delivery: { total: 4, counts: { sent: 3, noAddress: 1, waiting: 0, failed: 0 } },
    });
    expect((await look("?state=noAddress")).delivery.rows).toMatchObject([{ state: "noAddress" }]);
  });

  test("words in braces that stand for nothing are named, and what was typed is kept", async () => {
    const database = await open();
    const { cookie } = (await writing(database)).mariana;
    const form = { audience: "all", ...texts, "body.es": "Hola {nonbre}" };
    const { status, data } = await knock(fresh.action, { database, cookie, path: `${page}/new`, form });
    expect([status, data.errors]).toEqual([
      422,
      { "body.es": { key: "messages:form.unknown", values: { words: "{nonbre}" } } },
    ]);
    expect(data.values["body.es"]).toBe("Hola {nonbre}");
  });

  test("it waits for a time on the venue's clock, which must lie ahead, and can be changed and stopped", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    const { cookie } = mariana;
    const path = `${page}/${await write()}`;
    const press = (form: Record<string, string>) => knock(message.action, { database, path, cookie, form });
    expect((await press({ deed: "schedule", date: "", time: "25:00" })).data.errors).toEqual({
      date: "desk:form.date",
      time: "desk:form.time",
    });
    // it is nine in the morning in Mexico City
    const past = await press({ deed: "schedule", part: "schedule", date: "2026-11-20", time: "8:30" });
    expect(past.data.errors).toEqual({ time: "messages:form.time.past" });
    // the form that comes back is the one for a time
    expect(past.data.values).toMatchObject({ part: "schedule", date: "2026-11-20", time: "8:30" });
    expect((await press({ deed: "schedule", date: "2026-11-21", time: "9:30" })).status).toBe(302);
    const look = async () => (await knock(message.loader, { database, path, cookie })).data.message;
    expect(await look()).toMatchObject({
      state: "scheduled",
      sendAt: { venue: expect.stringContaining("09:30") },
    });
    const edit = { database, path: `${path}/text`, cookie };
    const { initial } = (await knock(text.loader, edit)).data;
    const unfit = { ...initial, "subject.es": "", "subject.ja": "", seen: JSON.stringify(initial) };
    expect((await knock(text.action, { ...edit, form: unfit })).data.errors).toMatchObject({
      "subject.es": "messages:refused.noText",
    });
    expect((await press({ deed: "stop" })).status).toBe(302);
    expect(await look()).toMatchObject({ state: "draft", sendAt: null });
    expect((await press({ deed: "stop" })).status).toBe(409);
    expect((await press({ deed: "discard" })).status).toBe(302);
    expect((await press({ deed: "restore" })).status).toBe(302);
  });

  test("nobody changes what has gone", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    const { cookie } = mariana;
    const path = `${page}/${await write()}`;
    await knock(message.action, { database, path, cookie, form: { deed: "send" } });
    const form = { audience: "all", "subject.es": "Otro", "body.es": "Otro" };
    const edit = { database, path: `${path}/text`, cookie };
    expect((await knock(text.loader, edit)).location).toBe(path);
    const { status, data } = await knock(text.action, { ...edit, form: { ...form, seen: JSON.stringify(texts) } });
    expect(status).toBe(409);
    expect(Object.values(data.errors)).not.toEqual([]);
    expect(await letters(database)).toEqual([]);
  });

  test("a workshop sends twenty in a day", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    const { cookie } = mariana;
    const press = async () =>
      knock(message.action, { database, cookie, path: `${page}/${await write()}`, form: { deed: "send" } });
    for (let sent = 0; sent < 20; sent++) expect((await press()).status).toBe(302);
    const { status, data } = await press();
    expect([status, data.errors]).toEqual([429, { "": "messages:refused.limit" }]);
  });

  test("nobody sends copies again more than sixty times an hour", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    const path = `${page}/${await write()}`;
    const press = (deed: string) => knock(message.action, { database, path, cookie: mariana.cookie, form: { deed } });
    await press("send");
    for (let again = 0; again < 60; again++) expect((await press("resend")).status).toBe(302);
    const { status, data } = await press("resend");
    expect([status, data.errors]).toEqual([429, { "": "messages:refused.againLimit" }]);
  });

  test("whoever coordinates another programme finds none of it", async () => {
    const database = await open();
    const { write } = await writing(database);
    const path = `${page}/${await write()}`;
    const programmeId = await programmeOf(database, await addWorkshop(database, { code: "MJ-2026-05" }));
    const { accountId } = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
    const cookie = await cookieFor(database, accountId, at);
    for (const [door, address] of [
      [message.loader, path],
      [text.loader, `${path}/text`],
      [fresh.loader, `${page}/new`],
    ] as const)
      expect((await knock(door, { database, path: address, cookie })).status).toBe(404);
    expect((await knock(message.action, { database, path, cookie, form: { deed: "send" } })).status).toBe(404);
  });
});
