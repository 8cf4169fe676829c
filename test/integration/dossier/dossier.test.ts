import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { action as grid, loader as gridPage } from "#app/dossier/desk/dossier.route.tsx";
import { action as person, loader as personPage } from "#app/dossier/desk/person.route.tsx";
import { action as stayAction } from "#app/dossier/desk/stay.route.tsx";
import { action as own, loader as ownPage } from "#app/dossier/own/my-dossier.route.tsx";
import { action as ownJourney, loader as ownJourneyPage } from "#app/dossier/own/my-journey.route.tsx";
import { findTask, listTasks } from "#app/dossier/queries.ts";
import { taskForm } from "#app/dossier/tasks/form.ts";
import { taskFormValues } from "#app/dossier/tasks/task-form-values.ts";
import { changeTask, copyDossier, dropDossier, removeTask } from "#app/dossier/tasks/tasks.commands.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addTasks } from "#test/support/dossiers.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { by, code, mark, markAll, marked, preparingWorld } from "./preparing.ts";

describeDatabases("the tasks of a workshop", (open) => {
  test("come from the template once, and are changed and taken away while nobody has marked them", async () => {
    const database = await open();
    const { workshopId, seats } = await preparingWorld(database);
    expect(await addTasks(database, code, ["report", "visa"], by)).toEqual({ status: "saved", count: 1 });
    const before = await listTasks(database.read, workshopId);
    expect(before.map(({ number, template, dueDays }) => [number, template, dueDays])).toEqual([
      [1, "passport", -60],
      [3, "flight", -30],
      [2, "report", -21],
      [4, "insurance", -21],
      [5, "visa", -21],
    ]);
    expect(before[0]?.title).toEqual({
      ...{ es: "Vigencia del pasaporte", ja: "旅券の有効期間", en: "Validity of the passport" },
    });
    await mark(database, seats.ana, 1, "done", { heldOn: "2029-05-01" });
    await database.transact(async (trx) => {
      const [passport, visa] = [await findTask(trx, workshopId, 1), await findTask(trx, workshopId, 5)];
      if (!passport || !visa) throw new Error("they are there");
      const input = (change: object) => taskForm.parse({ ...taskFormValues(passport), ...change });
      const marked = { status: "refused", because: "isMarked" };
      expect(await changeTask(trx, passport, input({ holds: "text" }), by)).toEqual(marked);
      expect(await changeTask(trx, passport, input({ dueDays: "-50" }), by)).toEqual({ status: "saved" });
      expect(await removeTask(trx, passport, by)).toEqual(marked);
      expect(await removeTask(trx, visa, by)).toEqual({ status: "saved" });
    });
    const after = await listTasks(database.read, workshopId);
    expect(after.map(({ number, dueDays }) => [number, dueDays])).toEqual([
      [1, -50],
      [3, -30],
      [2, -21],
      [4, -21],
    ]);
  });

  test("go with a draft, and come along to the next edition", async () => {
    const database = await open();
    const { workshopId } = await preparingWorld(database);
    await database.transact(async (trx) =>
      copyDossier(trx, { former: await held(trx, { code }), code: "ZZ-1", reach: everywhere }, by),
    );
    const copied = async (named: string) =>
      database.transact(async (trx) => listTasks(trx, (await held(trx, { code: named })).id));
    const brief = (tasks: Awaited<ReturnType<typeof listTasks>>) =>
      tasks.map(({ number, dueDays, holds, title }) => [number, dueDays, holds, title]);
    expect(brief(await copied("ZZ-1"))).toEqual(brief(await listTasks(database.read, workshopId)));
    await database.transact(async (trx) => dropDossier(trx, (await held(trx, { code: "ZZ-1" })).id));
    expect(await copied("ZZ-1")).toEqual([]);
  });
});

describeDatabases("what somebody has to do", (open) => {
  test("is marked with what the task keeps and nothing else, and opened again", async () => {
    const database = await open();
    const { workshopId, seats } = await preparingWorld(database);
    const refused = { status: "refused", field: "heldOn", because: "dateNeeded" };
    expect(await mark(database, seats.ana, 1, "done", { heldText: "G1234567" })).toEqual(refused);
    await mark(database, seats.ana, 1, "done", { heldOn: "2029-05-01", heldText: "G1234567" });
    await mark(database, seats.ana, 2, "done", { heldOn: "2029-05-01", heldText: "Enviado" });
    expect(await marked(database, workshopId)).toEqual([
      { enrolmentId: seats.ana, number: 1, state: "done", kept: "2029-05-01" },
      { enrolmentId: seats.ana, number: 2, state: "done", kept: null },
    ]);
    await mark(database, seats.ana, 1, "notNeeded", { heldOn: "2029-05-01" });
    await mark(database, seats.ana, 2, "open");
    expect(await marked(database, workshopId)).toEqual([
      { enrolmentId: seats.ana, number: 1, state: "notNeeded", kept: null },
    ]);
    const audited = await database.read.selectFrom("auditPending").select("details").execute();
    expect(JSON.stringify(audited)).not.toMatch(/2029|G1234567|Enviado/);
  });

  test("is changed for everybody with a seat at once, and what somebody entered stays", async () => {
    const database = await open();
    const { workshopId, seats } = await preparingWorld(database);
    await mark(database, seats.ana, 1, "done", { heldOn: "2029-05-01" });
    expect(await markAll(database, 1, "done")).toEqual({ status: "refused", because: "keepsMore" });
    expect(await markAll(database, 1, "notNeeded")).toEqual({ status: "done", count: 1 });
    expect(await markAll(database, 3, "done")).toEqual({ status: "done", count: 2 });
    expect(await markAll(database, 3, "done")).toEqual({ status: "done", count: 0 });
    const all = await marked(database, workshopId);
    expect(all.map(({ number, state, kept }) => `${number} ${state} ${kept ?? ""}`.trim()).sort()).toEqual([
      "1 done 2029-05-01",
      "1 notNeeded",
      "3 done",
      "3 done",
    ]);
    expect(await markAll(database, 1, "open")).toEqual({ status: "done", count: 1 });
    expect(await markAll(database, 3, "open")).toEqual({ status: "done", count: 2 });
    expect(await marked(database, workshopId)).toHaveLength(1);
  });

  test("is on their own page, and they mark what is theirs alone", async () => {
    const database = await open();
    const { workshopId, ana, beto, coordinator, seats } = await preparingWorld(database);
    const cookie = await cookieFor(database, ana.accountId);
    const path = `/es/me/dossier/${code}`;
    const page = await knock(ownPage, { database, path, cookie });
    expect(page.data.open.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([
      [1, "overdue"],
      [2, "owed"],
    ]);
    expect(page.data.others.map(({ number, may }: { number: number; may: object }) => [number, may])).toEqual([
      [3, { mark: false, waive: false, undo: false }],
      [4, { mark: false, waive: false, undo: false }],
    ]);
    const send = (form: Record<string, string>) => knock(own, { database, path, cookie, form });
    const empty = await send({ task: "1", deed: "done" });
    expect([empty.status, empty.data.errors]).toEqual([422, { heldOn: "dossier:refused.dateNeeded" }]);
    const wrong = await send({ task: "1", deed: "done", heldOn: "mañana" });
    expect([wrong.status, wrong.data.errors, wrong.data.values.heldOn]).toEqual([
      422,
      { heldOn: "desk:form.date" },
      "mañana",
    ]);
    expect((await send({ task: "1", deed: "done", heldOn: "2029-05-01" })).location).toBe(`${path}?done=done`);
    // the funder's, one that nobody has, and what only coordinators may say
    expect((await send({ task: "3", deed: "done" })).status).toBe(404);
    expect((await send({ task: "9", deed: "done" })).status).toBe(404);
    expect((await send({ task: "2", deed: "notNeeded" })).status).toBe(409);
    await mark(database, seats.ana, 2, "notNeeded");
    expect((await send({ task: "2", deed: "undo" })).status).toBe(409);
    expect((await send({ task: "1", deed: "undo" })).status).toBe(302);
    expect(await marked(database, workshopId)).toMatchObject([{ number: 2, state: "notNeeded" }]);
    for (const account of [beto, coordinator]) {
      const other = await cookieFor(database, account.accountId);
      expect((await knock(ownPage, { database, path, cookie: other })).status).toBe(404);
      const form = { task: "1", deed: "done", heldOn: "2029-05-01" };
      expect((await knock(own, { database, path, cookie: other, form })).status).toBe(404);
      const journey = { database, path: `${path}/journey`, cookie: other };
      expect((await knock(ownJourneyPage, journey)).status).toBe(404);
      expect((await knock(ownJourney, { ...journey, form: {} })).status).toBe(404);
    }
  });

  test("is seen by the coordinators of its workshop, and by nobody of another programme", async () => {
    const database = await open();
    const { coordinator, stranger, ana, seats } = await preparingWorld(database);
    await mark(database, seats.haruka, 2, "done");
    const path = `/es/desk/workshops/${code}/dossier`;
    const cookie = await cookieFor(database, coordinator.accountId);
    const page = await knock(gridPage, { database, path, cookie });
    expect(
      page.data.rows.map(({ name, states }: { name: { name: string }; states: string[] }) => [name.name, states]),
    ).toEqual([
      ["Ana Ávila", ["overdue", "owed", "owed", "owed"]],
      ["Haruka Takahashi", ["overdue", "owed", "done", "owed"]],
    ]);
    const all = await knock(grid, { database, path, cookie, form: { task: "3", state: "done" } });
    expect(all.location).toBe(`${path}?done=marked&count=2`);
    const one = `${path}/${seats.ana}`;
    const form = { task: "4", deed: "done", heldText: "Seguros del Golfo" };
    expect((await knock(person, { database, path: one, cookie, form })).location).toBe(`${one}?done=done`);
    expect((await knock(personPage, { database, path: one, cookie })).data.tasks.at(-1)).toMatchObject({
      held: "Seguros del Golfo",
      may: { undo: true },
    });
    expect((await knock(personPage, { database, path: `${path}/${seats.beto}`, cookie })).status).toBe(404);
    const far = { arrivalOn: "2028-01-03", arrivalTime: "18:40" };
    const journey = { database, path: `${one}/journey`, cookie };
    const refused = await knock(stayAction, { ...journey, form: far });
    expect([refused.status, refused.data.errors]).toEqual([422, { arrivalOn: "dossier:refused.farAway" }]);
    const half = await knock(stayAction, { ...journey, form: { arrivalCarrier: "AM 57" } });
    expect(half.data.errors).toEqual({ arrivalOn: "desk:form.date", arrivalTime: "desk:form.time" });
    const near = { arrivalOn: "2027-01-03", arrivalTime: "18:40", lodgingName: "Hotel" };
    const saved = await knock(stayAction, { ...journey, form: near });
    expect([saved.data?.errors, saved.location]).toEqual([undefined, `${one}?done=journey`]);
    expect((await knock(personPage, { database, path: one, cookie })).data.travel).toMatchObject({
      journeys: [{ direction: "arrival", time: "18:40" }],
      lodging: { name: "Hotel" },
    });
    for (const [account, status] of [
      [stranger, 404],
      [ana, 403],
    ] as const) {
      const other = { database, cookie: await cookieFor(database, account.accountId) };
      expect((await knock(gridPage, { ...other, path })).status).toBe(status);
      expect((await knock(grid, { ...other, path, form: { task: "3", state: "open" } })).status).toBe(status);
      expect((await knock(personPage, { ...other, path: one })).status).toBe(status);
      expect((await knock(person, { ...other, path: one, form })).status).toBe(status);
      expect((await knock(stayAction, { ...other, path: `${one}/journey`, form: {} })).status).toBe(status);
    }
  });
});
