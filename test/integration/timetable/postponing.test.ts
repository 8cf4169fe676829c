import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import { loader, action as postpone } from "#app/desk/workshop/postponing/postponement.route.tsx";
import { action as undo } from "#app/desk/workshop/postponing/postponement-undo.route.tsx";
import { enrol } from "#app/enrolment/commands.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { listCalendarSessions, listSessionsOf } from "#app/timetable/queries.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import { milestoneForm } from "#app/workshops/life/form.ts";
import { listMilestones } from "#app/workshops/life/queries.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { at, changeSession, code, quiet, run, toldWorkshop } from "#test/integration/enrolment/changing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const later = plusMinutes(at, 60);
beforeEach(() => void vi.useFakeTimers({ now: new Date(later), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const page = `/es/desk/workshops/${code}`;
const path = `${page}/postponement`;

/** Five mornings from 23 to 27 November; enrolment is open until the 10th. One has a seat, and one waits for it. */
async function setUp(database: Database, signedInAt: Instant = later) {
  const { workshopId } = await toldWorkshop(database, [], 1);
  await database.transact(async (trx) => {
    const days = milestoneForm.parse({ open: "", closed: "2026-11-10", running: "1" });
    await saveMilestones(trx, await held(trx, { code }), days, { accountId: null, at });
  });
  for (const locale of ["es", "ja"] as const) {
    const account = await addAccount(database, { grants: ["official"], passwordHash: null, person: { locale } });
    await database.transact((trx) => enrol(trx, { ...account, workshopId }, { ...account, at }));
  }
  await run(database, at);
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, signedInAt);
  const form = { to: "2026-12-07", reason: "La sede no está disponible." };
  const standing = async () => {
    const { startsOn, endsOn, id } = (await findWorkshop(database.read, code, "public"))!;
    const sessions = (await listSessionsOf(database.read, [id])).map(({ startsLocal }) => startsLocal);
    const steps = (await listMilestones(database.read, id)).toSorted((a, b) => a.step.localeCompare(b.step));
    return { startsOn, endsOn, sessions, steps };
  };
  return {
    ...{ workshopId, standing },
    look: (to: string) => knock(loader, { database, cookie, path: `${path}?to=${to}` }),
    send: (more: Record<string, string> = {}) =>
      knockInsisting(postpone, { database, cookie, path, form: { ...form, ...more } }),
    takeBack: (id: string) => knock(undo, { database, cookie, path: `${path}/undo`, form: { id } }),
    postponed: async () => (await knock(overview, { database, cookie, path: page })).data.postponed,
  };
}

const letters = ({ read }: Database) =>
  read
    .selectFrom("mail")
    .select(["kind", "locale", "subject", "bodyText"])
    .where("kind", "in", [
      ...(["enrolment.postponed", "enrolment.postponedReserve"] as const),
      ...(["enrolment.replanned", "enrolment.replannedReserve"] as const),
    ])
    .orderBy("kind")
    .execute();

describeDatabases("postponing a workshop", (open) => {
  test("is looked at first: days, steps that are to come, sessions; nothing moves", async () => {
    const database = await open();
    const { look, standing } = await setUp(database);
    const before = await standing();
    const { data } = await look("2026-12-07");
    expect([data.problem, data.preview.by, data.preview.period.after, data.preview.rows.length]).toEqual([
      ...[null, 14, "7–11 de diciembre de 2026", 5],
    ]);
    expect(data.preview.milestones).toEqual([
      { step: "closed", before: "10 de noviembre de 2026", after: "24 de noviembre de 2026" },
    ]);
    expect([data.told.count, data.weeks.map(({ to }: { to: string }) => to)]).toEqual([
      ...[2, ["2026-11-30", "2026-12-07", "2026-12-21"]],
    ]);
    expect(await standing()).toEqual(before);
  });

  test("moves days, sessions and steps by what clocks show, keeps why, and tells each person once", async () => {
    const database = await open();
    const { send, standing, workshopId } = await setUp(database);
    const revision = async () =>
      (await listCalendarSessions(database.read, workshopId, later)).map(({ startsAt }) => startsAt);
    const before = await revision();
    const { status, location } = await send();
    expect([status, location]).toEqual([302, `${page}?done=postponed`]);
    const { startsOn, endsOn, sessions, steps } = await standing();
    expect([startsOn, endsOn, sessions[0], sessions.at(-1)]).toEqual([
      ...["2026-12-07", "2026-12-11", "2026-12-07T09:00", "2026-12-11T09:00"],
    ]);
    expect(steps.map(({ step, dueOn }) => [step, dueOn])).toEqual([
      ["closed", "2026-11-24"],
      ["running", null],
    ]);
    expect(await revision()).not.toEqual(before);
    await run(database, quiet(later));
    await run(database, plusMinutes(quiet(later), 60));
    const sent = await letters(database);
    expect(sent.map(({ kind }) => kind)).toEqual(["enrolment.postponed", "enrolment.postponedReserve"]);
    const [seat, reserve] = sent;
    expect(seat?.subject).toBe("Taller pospuesto: Valoración aduanera");
    for (const part of ["Motivo: La sede no está disponible.", "7–11 de diciembre de 2026", "24 de noviembre de 2026"])
      expect(seat?.bodyText).toContain(part);
    expect(reserve?.subject).toBe("【Puente】開催延期のお知らせ（関税評価）");
    const records = await (await sealed(database)).read
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "workshop.postponed")
      .execute();
    expect(records.map(({ details }) => JSON.parse(details))).toEqual([
      { from: "2026-11-23", to: "2026-12-07", reason: "La sede no está disponible." },
    ]);
  });

  test("is taken back whole while nobody was told, and then nobody hears of it", async () => {
    const database = await open();
    const { send, standing, takeBack, postponed } = await setUp(database);
    const before = await standing();
    await send();
    const view = await postponed();
    expect([view.period, view.rests]).toEqual(["23–27 de noviembre de 2026", null]);
    const { location } = await takeBack(view.id);
    expect(location).toBe(`${page}?done=postponementUndone`);
    expect(await standing()).toEqual(before);
    expect(await postponed()).toBeNull();
    // pressed twice, it goes back once
    expect((await takeBack(view.id)).location).toBe(`${page}?refused=rests.gone`);
    await run(database, quiet(later));
    expect(await letters(database)).toEqual([]);
  });

  test("stays where people were told of it, or something was planned since", async () => {
    const database = await open();
    const { send, standing, takeBack, postponed } = await setUp(database);
    await send();
    const { id } = await postponed();
    await run(database, quiet(later));
    expect((await postponed()).rests).toBe("told");
    const after = await standing();
    expect((await takeBack(id)).location).toBe(`${page}?refused=rests.told`);
    expect(await standing()).toEqual(after);
    await database.transact((trx) => changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, later));
    expect((await postponed()).rests).toBe("changed");
    expect((await takeBack(id)).location).toBe(`${page}?refused=rests.changed`);
  });

  test("is refused with a message at its field, everything typed kept, and nothing saved", async () => {
    const database = await open();
    const { send, standing, look } = await setUp(database);
    const before = await standing();
    const wrong = async (more: Record<string, string>) => {
      const { status, data } = await send(more);
      expect(data.values).toMatchObject(more);
      return [status, data.errors];
    };
    expect(await wrong({ to: "2026-11-23" })).toEqual([422, { to: "desk:postponing.notLater" }]);
    expect(await wrong({ to: "2026-11-16" })).toEqual([422, { to: "desk:postponing.notLater" }]);
    expect(await wrong({ to: "2031-01-01" })).toEqual([422, { to: "desk:postponing.tooFar" }]);
    for (const to of ["", "mañana", "2026-02-30", "9999-01-01"])
      expect(await wrong({ to })).toEqual([422, { to: "desk:form.date" }]);
    expect(Object.keys((await send({ reason: " " })).data.errors)).toEqual(["reason"]);
    expect(Object.keys((await send({ reason: "x".repeat(10_000) })).data.errors)).toEqual(["reason"]);
    expect(await wrong({ version: "2020-01-01T00:00:00.000Z" })).toEqual([
      ...[409, { "": "timetable:shift.changedSince" }],
    ]);
    expect(await standing()).toEqual(before);
    for (const [to, problem] of [
      ...([
        ["2026-11-20", "notLater"],
        ["x", "noDay"],
        ["2090-01-01", "tooFar"],
      ] as const),
    ]) {
      const { data } = await look(to);
      expect([data.problem, data.preview]).toEqual([problem, null]);
    }
  });

  test("is offered as long as the workshop has not begun", async () => {
    const database = await open();
    // when its first session begins
    const begun = "2026-11-23T15:00:00.000Z";
    const { look, send } = await setUp(database, begun);
    vi.setSystemTime(new Date(begun));
    expect((await look("2026-12-07")).status).toBe(200);
    const { status, data } = await send();
    expect([status, data?.errors]).toEqual([409, { "": "desk:postponing.over" }]);
  });

  test("asks about a holiday on a new day, shown before and again on saving, and takes a reason for it", async () => {
    const database = await open();
    const { look, send, standing } = await setUp(database);
    // 25 December is one in Mexico: five days from the 21st
    const { data } = await look("2026-12-21");
    expect(data.preview.clashes.map(({ kind }: { kind: string }) => kind)).toEqual(["holiday"]);
    const refused = await send({ to: "2026-12-21" });
    expect([refused.status, refused.data.clashes.length]).toEqual([409, 1]);
    expect((await standing()).startsOn).toBe("2026-11-23");
    expect((await send({ to: "2026-12-21", clashReason: "Acordado con la sede" })).status).toBe(302);
    expect((await standing()).startsOn).toBe("2026-12-21");
  });
});

describeDatabases("postponing a draft", (open) => {
  test("tells nobody, and is taken back at any time before its former days", async () => {
    const database = await open();
    await addWorkshop(database, { code, state: "draft" });
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId, later);
    const form = { to: "2026-11-30", reason: "Todavía no hay sede." };
    expect((await knockInsisting(postpone, { database, cookie, path, form })).status).toBe(302);
    const { data } = await knock(overview, { database, cookie, path: page });
    expect([data.postponed.rests, data.frame.workshop.period]).toEqual([
      null,
      "30 de noviembre – 4 de diciembre de 2026",
    ]);
    const undone = { database, cookie, path: `${path}/undo`, form: { id: data.postponed.id } };
    expect((await knock(undo, undone)).location).toBe(`${page}?done=postponementUndone`);
    expect(await database.read.selectFrom("outbox").select("event").execute()).toEqual([]);
  });
});
