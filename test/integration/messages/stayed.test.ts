import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { scheduleMessage, settleMessage } from "#app/messages/commands.ts";
import * as text from "#app/messages/compose/message-text.route.tsx";
import * as message from "#app/messages/delivery/message.route.tsx";
import { sendDueMessages } from "#app/messages/jobs.ts";
import { findMessageById } from "#app/messages/queries.ts";
import { plusDays } from "#app/time/instant.ts";
import { findSession } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { mailing } from "../mail/mailing.ts";
import { at, code, letters, page, send, writing } from "./writing.ts";

const { run } = mailing();
const later = plusDays(at, 3);

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const withdrawAll = (database: Database) =>
  database.transact((trx) => trx.updateTable("enrolment").set({ state: "withdrawn" }).execute());

const firstSession = async ({ read }: Database) =>
  (await read.selectFrom("session").select("id").orderBy("number").executeTakeFirstOrThrow()).id;

const markAbsent = (database: Database, sessionId: Id<"session">, enrolmentId: Id<"enrolment">) =>
  database.transact((trx) =>
    trx
      .insertInto("mark")
      .values({ sessionId, enrolmentId, status: "absent", recordedHow: "sheet", recordedAt: at })
      .execute(),
  );

async function scheduled(database: Database, form: Record<string, string | string[]> = {}) {
  const world = await writing(database);
  const id = await world.write(form);
  const by = { accountId: world.mariana.accountId, at };
  const found = async () => (await findMessageById(database.read, id))!;
  const waiting = await found();
  expect(await database.transact((trx) => scheduleMessage(trx, waiting, later, by))).toEqual({ status: "moved" });
  const path = `${page}/${id}`;
  const look = async () => (await knock(message.loader, { database, path, cookie: world.mariana.cookie })).data;
  return { ...world, id, by, found, path, look };
}

describeDatabases("a message that would reach nobody when its time has come", (open) => {
  test("stays: it is a draft again, says why, and can be taken up", async () => {
    const database = await open();
    const { found, look, by } = await scheduled(database, { audience: "reserve" });
    await withdrawAll(database);
    await sendDueMessages(database, later);
    expect(await found()).toMatchObject({ state: "draft", sendAt: null, stayedAt: later, stayedBecause: "noReaders" });
    const { message: shown, outlook, delivery } = await look();
    expect(shown.stayed).toMatchObject({ because: "noReaders", at: { venue: expect.stringContaining("23") } });
    expect([outlook?.lacks, delivery]).toEqual(["noReaders", null]);
    const recorded = await (await sealed(database)).read.selectFrom("audit").select(["action", "details"]).execute();
    expect(recorded.find(({ action }) => action === "message.stayed")?.details).toContain("noReaders");
    const draft = await found();
    await database.transact((trx) => settleMessage(trx, draft, "discard", by));
    expect(await found()).toMatchObject({ state: "cancelled", stayedAt: null, stayedBecause: null });
  });

  test("also where its group empties between the press of the button and its copies", async () => {
    const database = await open();
    const { workshopId, mariana, write } = await writing(database);
    const id = await write();
    await send(database, { workshopId, id }, mariana.accountId);
    await withdrawAll(database);
    await run(database);
    expect(await findMessageById(database.read, id)).toMatchObject({
      ...{ state: "draft", sentAt: null, stayedBecause: "noReaders" },
    });
    expect(await letters(database)).toEqual([]);
  });

  test("keeps whom it is for where its session was removed, and asks for another one", async () => {
    const database = await open();
    const { workshopId, mariana, write, people } = await writing(database);
    const sessionId = await firstSession(database);
    const id = await write({ audience: "absent", sessionId });
    await database.transact((trx) =>
      trx.updateTable("message").set({ state: "scheduled", sendAt: later }).where("id", "=", id).execute(),
    );
    const removed = await database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const session = (await findSession(trx, workshopId, 1))!;
      return removeSession(trx, workshop, session, { accountId: mariana.accountId, at });
    });
    expect(removed).toBe("removed");
    await sendDueMessages(database, later);
    const stayed = await findMessageById(database.read, id);
    expect(stayed).toMatchObject({ state: "draft", audience: "absent", stayedBecause: "noSession" });
    const { cookie } = mariana;
    const { data } = await knock(message.loader, { database, path: `${page}/${id}`, cookie });
    expect([data.message.session, data.outlook.lacks]).toEqual([null, "noSession"]);
    const press = await knock(message.action, { database, path: `${page}/${id}`, cookie, form: { deed: "send" } });
    expect(press.data.errors).toEqual({ "": "messages:refused.noSession" });
    const edit = { database, path: `${page}/${id}/text`, cookie };
    const { initial } = (await knock(text.loader, edit)).data;
    const saving = (form: object) =>
      knock(text.action, { ...edit, form: { ...initial, seen: JSON.stringify(initial), ...form } });
    expect((await saving({})).data.errors).toEqual({ sessionId: "messages:form.session" });
    // the other session, from which Ana is absent
    const other = await firstSession(database);
    await markAbsent(database, other, people.ana.enrolmentId);
    expect((await saving({ sessionId: other })).status).toBe(302);
    expect(await findMessageById(database.read, id)).toMatchObject({ stayedAt: null, sessionId: other });
    await send(database, { workshopId, id }, mariana.accountId);
    await run(database);
    expect((await letters(database)).map(({ toAddress }) => toAddress)).toEqual(["ana@customs.example.jp"]);
  });
});

describeDatabases("whom a form names", (open) => {
  const unknown = "019a0000-0000-7000-8000-000000000000";

  test("is refused beside its field where none of it is in the workshop, and nothing is saved", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    await expect(write({ audience: "chosen", chosen: [unknown] })).rejects.toThrow("chosen");
    await expect(write({ audience: "absent", sessionId: unknown })).rejects.toThrow("session");
    expect(await database.read.selectFrom("message").select("id").execute()).toEqual([]);
    const id = await write();
    const edit = { database, path: `${page}/${id}/text`, cookie: mariana.cookie };
    const { initial } = (await knock(text.loader, edit)).data;
    const saving = async (form: object) =>
      (await knock(text.action, { ...edit, form: { ...initial, seen: JSON.stringify(initial), ...form } })).data;
    const { errors, values } = await saving({ audience: "chosen", chosen: [unknown] });
    expect(errors).toEqual({ chosen: "messages:form.chosenGone" });
    expect(values["body.es"]).toContain("Nos vemos");
    expect((await saving({ audience: "absent", sessionId: unknown })).errors).toEqual({
      sessionId: "messages:form.sessionGone",
    });
    expect(await findMessageById(database.read, id)).toMatchObject({ audience: "all" });
  });

  test("may name some who are not there beside those who are", async () => {
    const database = await open();
    const { write, people } = await writing(database);
    const id = await write({ audience: "chosen", chosen: [unknown, people.taro.enrolmentId] });
    const chosen = await database.read.selectFrom("messageChoice").selectAll().execute();
    expect(chosen).toEqual([{ messageId: id, enrolmentId: people.taro.enrolmentId }]);
  });

  test("must reach somebody where the message waits for its time already", async () => {
    const database = await open();
    const { path, mariana, found } = await scheduled(database);
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "withdrawn" }).where("state", "=", "reserve").execute(),
    );
    const edit = { database, path: `${path}/text`, cookie: mariana.cookie };
    const { initial } = (await knock(text.loader, edit)).data;
    const form = { ...initial, audience: "reserve", seen: JSON.stringify(initial) };
    expect((await knock(text.action, { ...edit, form })).data.errors).toEqual({
      audience: "messages:refused.noReaders",
    });
    expect(await found()).toMatchObject({ state: "scheduled", audience: "all" });
  });
});
