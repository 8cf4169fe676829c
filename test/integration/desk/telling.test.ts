import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as session from "#app/attendance/session/session.route.tsx";
import * as newSession from "#app/attendance/session/session-new.route.tsx";
import * as removal from "#app/attendance/session/session-removal.route.tsx";
import * as messages from "#app/desk/messages/messages.route.tsx";
import * as details from "#app/desk/workshop/details.route.tsx";
import * as overview from "#app/desk/workshop/overview.route.tsx";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { at, changeSession, quiet, run, toldWorkshop } from "#test/integration/enrolment/changing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { programmeOf } from "#test/support/world.ts";

beforeEach(() => vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

const page = "/es/desk/workshops/MJ-1";
const later = plusMinutes(at, 60);

/** A workshop in which two have been told of the plan, its coordinator, and its instructor. */
async function setUp(database: Database) {
  const { workshopId } = await toldWorkshop(database, [{ locale: "es" }, { locale: "ja" }], 1);
  const programmeId = await programmeOf(database, workshopId);
  const coordinator = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  const instructor = await addAccount(database, { grants: [{ role: "instructor", workshopId }] });
  const [cookie, other] = [
    await cookieFor(database, coordinator.accountId),
    await cookieFor(database, instructor.accountId),
  ];
  const telling = async (who = cookie) =>
    (await knock(overview.loader, { database, path: page, cookie: who })).data.telling;
  return { ...coordinator, cookie, other, telling };
}

const sessionOf = ({ read }: Database, number: number) =>
  read.selectFrom("session").select(["id", "endsAt"]).where("number", "=", number).executeTakeFirstOrThrow();

const move = (database: Database) =>
  database.transact((trx) => changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, later));

describeDatabases("whoever changes a plan", (open) => {
  test("reads at each form how many know it", async () => {
    const database = await open();
    const { cookie } = await setUp(database);
    const ask = async (
      loader: typeof session.loader | typeof newSession.loader | typeof details.loader,
      path: string,
    ) => (await knock(loader, { database, path, cookie })).data.told.count;
    expect(await ask(details.loader, `${page}/details`)).toBe(2);
    expect(await ask(session.loader, `${page}/sessions/2`)).toBe(2);
    expect(await ask(newSession.loader, `${page}/sessions/new`)).toBe(2);
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "completed" }).execute());
    expect(await ask(details.loader, `${page}/details`)).toBe(0);
  });

  test("reads at a session's removal that nobody is told, once it is over", async () => {
    const database = await open();
    const { accountId } = await setUp(database);
    const { endsAt } = await sessionOf(database, 1);
    const cookie = await cookieFor(database, accountId, plusMinutes(endsAt, -1));
    const ask = async (when: Instant) => {
      vi.setSystemTime(new Date(when));
      return (await knock(removal.loader, { database, path: `${page}/sessions/1/removal`, cookie })).data.told.count;
    };
    expect(await ask(plusMinutes(endsAt, -1))).toBe(2);
    expect(await ask(endsAt)).toBe(0);
  });

  test("keeps the reason of a removal in its form where it is not enough", async () => {
    const database = await open();
    const { cookie } = await setUp(database);
    const door = { database, path: `${page}/sessions/2/removal`, cookie };
    const count = async () => (await database.read.selectFrom("session").select("id").execute()).length;
    const before = await count();
    const { status, data } = await knock(removal.action, { ...door, form: { isUntold: "1", untoldReason: " " } });
    expect([status, data.errors]).toEqual([422, { untoldReason: "desk:telling.reasonNeeded" }]);
    expect([data.values.isUntold, await count()]).toEqual(["1", before]);
    const untold = { isUntold: "1", untoldReason: "Estaba dos veces" };
    expect((await knock(removal.action, { ...door, form: untold })).location).toContain("done=sessionRemoved");
    expect(await count()).toBe(before - 1);
  });

  test("cannot open the removal of what has marks", async () => {
    const database = await open();
    const { cookie } = await setUp(database);
    const { id: sessionId } = await sessionOf(database, 2);
    const { id: enrolmentId } = await database.read.selectFrom("enrolment").select("id").executeTakeFirstOrThrow();
    const mark = { sessionId, enrolmentId, status: "present", recordedHow: "sheet", recordedAt: at } as const;
    await database.transact((trx) => trx.insertInto("mark").values(mark).execute());
    const { location } = await knock(removal.loader, { database, path: `${page}/sessions/2/removal`, cookie });
    expect(location).toBe(`${page}?refused=hasMarks`);
  });

  test("reads how many will be told, until they have been; then their messages are listed", async () => {
    const database = await open();
    const { cookie, other, telling } = await setUp(database);
    expect(await telling()).toBe(0);
    await move(database);
    expect(await telling()).toBe(2);
    const waiting = { database, path: `${page}/messages`, cookie };
    expect((await knock(messages.loader, waiting)).data).toMatchObject({ telling: 2, letters: expect.any(Object) });
    // whoever only teaches has changed nothing
    expect(await telling(other)).toBe(0);
    await run(database, quiet(later));
    expect(await telling()).toBe(0);
    const { letters, city, telling: left } = (await knock(messages.loader, waiting)).data;
    const subjects = letters.rows.map(({ subject }: { subject: string }) => subject);
    expect(subjects.filter((subject: string) => /Cambios en el taller|変更のお知らせ/.test(subject))).toHaveLength(2);
    expect([city, left]).toEqual(["Tijuana", 0]);
  });
});
