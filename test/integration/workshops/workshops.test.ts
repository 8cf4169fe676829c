import { expect, test } from "vitest";
import type { Reach } from "#app/access/permissions.ts";
import { everywhere } from "#app/access/permissions.ts";
import { completeWorkshop } from "#app/attendance/commands.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { planWorkshop } from "#app/workshops/commands.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { held } from "#test/support/plan-of.ts";
import { at, setUp } from "./planning.ts";

describeDatabases("workshops", (open) => {
  test("a plan is a draft that only its coordinators see, found by code in any case", async () => {
    const database = await open();
    const { plan, find, programmeId } = await setUp(database);
    expect(await plan()).toEqual({ status: "saved", code: "MJ-2026-77" });
    expect(await find()).toMatchObject({
      state: "draft",
      capacity: 10,
      texts: { title: { ja: "国境における発見", en: "" } },
    });
    expect(await findWorkshop(database.read, "MJ-2026-77", "public")).toBeNull();
    const reach = { ...nowhere, programmeIds: [programmeId] };
    expect(await findWorkshop(database.read, "MJ-2026-77", reach)).not.toBeNull();
    expect(
      await findWorkshop(database.read, "MJ-2026-77", { ...reach, programmeIds: [id("programme", "another")] }),
    ).toBeNull();
    expect(await findWorkshop(database.read, "MJ-2026-77", { ...reach, programmeIds: [] })).toBeNull();
  });

  test("planning and changing refuse what does not exist or is out of reach, and save nothing of it", async () => {
    const database = await open();
    const { plan, change, find, input, programmeId } = await setUp(database);
    expect(await plan({ programmeId: "none" })).toMatchObject({ status: "refused", field: "programmeId" });
    expect(await plan({ hostInstitutionId: "none" })).toMatchObject({ status: "refused", field: "hostInstitutionId" });
    await plan();
    expect(await change({ programmeId: "none" })).toMatchObject({ status: "refused", field: "programmeId" });
    expect(await change({ hostInstitutionId: "none", capacity: "5" })).toMatchObject({
      status: "refused",
      field: "hostInstitutionId",
    });
    const { id: accountId } = await database.read.selectFrom("account").select("id").executeTakeFirstOrThrow();
    const reaching = (programmeIds: Id<"programme">[]) => ({
      accountId,
      at,
      reach: { ...nowhere, programmeIds },
    });
    const narrow = (programmeIds: Id<"programme">[]) =>
      database.transact((trx) => planWorkshop(trx, input({ code: "MJ-2026-78" }), reaching(programmeIds)));
    expect(await narrow([])).toMatchObject({ status: "refused", field: "programmeId" });
    expect(await narrow([programmeId])).toMatchObject({ status: "saved" });
    expect(await find()).toMatchObject({ programmeId, capacity: 10 });
  });

  test("a state is changed by whoever may, but completion only where attendance is settled", async () => {
    const database = await open();
    const { plan, session, become, find } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    for (const state of ["published", "open", "closed", "running"] as const) await become(state);
    expect(await become("completed")).toEqual({ status: "refused", because: "notFromHere" });
    expect(await find()).toMatchObject({ state: "running" });
  });

  test("when all is over its sessions and its minimum stay as they were, and its texts can be corrected", async () => {
    const database = await open();
    const { plan, session, remove, change, become, find } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    for (const state of ["published", "open", "closed", "running"] as const) await become(state);
    const { accountId } = await database.read.selectFrom("account").select("id as accountId").executeTakeFirstOrThrow();
    const by = { accountId, at: "2026-11-01T00:00:00.000Z" } as const;
    const completed = database.transact(async (trx) => completeWorkshop(trx, await held(trx, await find()), by));
    expect(await completed).toEqual({ status: "changed" });
    expect(await session("2026-10-30", "12:00", "13:00")).toEqual({ status: "refused", because: "over" });
    expect(await session("2026-10-30", "09:00", "12:00", 1)).toEqual({ status: "refused", because: "over" });
    expect(await remove(1)).toBe("over");
    expect(await change({ minimumAttendance: "10" })).toMatchObject({ status: "refused", field: "minimumAttendance" });
    expect(await change({ "title.es": "Detección en fronteras" })).toMatchObject({ status: "saved" });
  });

  test("a code is used once", async () => {
    const database = await open();
    const { plan } = await setUp(database);
    await plan();
    expect(await plan()).toMatchObject({ status: "refused", field: "code" });
  });

  test("publishing needs title, venue and a session; then the way leads on, one step at a time", async () => {
    const database = await open();
    const { plan, become, session } = await setUp(database);
    await plan();
    expect(await become("published")).toMatchObject({
      status: "refused",
      because: "incomplete",
      problems: ["noSession"],
    });
    await session("2026-10-30", "09:00", "11:00");
    expect(await become("open")).toMatchObject({ status: "refused", because: "notFromHere" });
    for (const state of ["published", "open", "closed", "running"] as const)
      expect(await become(state)).toEqual({ status: "changed" });
    expect(await findWorkshop(database.read, "MJ-2026-77", "public")).not.toBeNull();
  });

  test("sessions in Tijuana keep their wall times across the November change", async () => {
    const database = await open();
    const { plan, session, find } = await setUp(database);
    await plan();
    expect(await session("2026-10-30", "09:00", "11:00")).toMatchObject({ status: "saved", number: 1 });
    expect(await session("2026-11-02", "09:00", "11:00")).toMatchObject({ status: "saved", number: 2 });
    const sessions = await listSessionsOf(database.read, [(await find()).id]);
    expect(sessions.map(({ startsLocal, startsAt }) => [startsLocal, startsAt])).toEqual([
      ["2026-10-30T09:00", "2026-10-30T16:00:00.000Z"],
      ["2026-11-02T09:00", "2026-11-02T17:00:00.000Z"],
    ]);
  });

  test("sessions that clash or leave the workshop's days are refused; moving one onto itself is no clash", async () => {
    const database = await open();
    const { plan, session, find } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    expect(await session("2026-10-30", "10:00", "12:00")).toMatchObject({
      status: "refused",
      because: "clash",
      heldThen: { number: 1, startsLocal: "2026-10-30T09:00" },
    });
    expect(await session("2026-10-30", "11:00", "12:00")).toMatchObject({ status: "saved", number: 2 });
    expect(await session("2026-10-30", "09:30", "11:00", 1)).toMatchObject({ status: "saved", number: 1 });
    const { changedAt } = await find();
    expect(await session("2026-11-04", "09:00", "11:00", undefined, "2026-10-02T12:00:00.000Z")).toMatchObject({
      status: "refused",
    });
    // calendars would show a change that never was
    expect((await find()).changedAt).toBe(changedAt);
    expect(await session("2026-11-04", "09:00", "11:00")).toEqual({
      status: "refused",
      because: "startsLocal.outside",
    });
    expect(await session("2026-11-03", "22:00", "00:30")).toMatchObject({ status: "saved", number: 3 });
  });

  test("what people rely on limits what can change", async () => {
    const database = await open();
    const { plan, change, session, become, find } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    expect(await change({ zone: "America/Mexico_City" })).toMatchObject({ status: "refused", field: "zone" });
    expect(await change({ startsOn: "2026-10-31" })).toMatchObject({ status: "refused", field: "startsOn" });
    await become("published");
    expect(await change({ code: "OTHER-1" })).toMatchObject({ status: "refused", field: "code" });
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ seatsTaken: 10, reserveCount: 1 }).where("code", "=", "MJ-2026-77").execute(),
    );
    await become("open");
    expect(await change({ capacity: "9" })).toMatchObject({ status: "refused", field: "capacity" });
    expect(await change({ capacity: "12", "title.en": "Detection at the border" })).toEqual({
      status: "saved",
      code: "MJ-2026-77",
    });
    expect((await find()).texts.title.en).toBe("Detection at the border");
    const events = await database.read.selectFrom("outbox").select("event").execute();
    expect(events.map(({ event }) => event)).toEqual(["workshop.replanned", "workshop.seatsFreed"]);
  });

  test("the number of the last session that was removed is given again", async () => {
    const database = await open();
    const { plan, session, remove } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    await session("2026-10-31", "09:00", "11:00");
    expect(await remove(2)).toBe("removed");
    expect(await session("2026-10-31", "09:00", "11:00")).toMatchObject({ status: "saved", number: 2 });
  });

  test("the catalogue finds words in any language, without accents, and only what is public", async () => {
    const database = await open();
    const { plan, session, become } = await setUp(database);
    await plan();
    await session("2026-10-30", "09:00", "11:00");
    const found = async (q: string, sight: Reach | "public" = "public") =>
      (await listWorkshops(database.read, sight, { q })).workshops.map(({ code }) => code);
    expect(await found("deteccion")).toEqual([]);
    expect(await found("deteccion", everywhere)).toEqual(["MJ-2026-77"]);
    await become("published");
    expect(await found("DETECCIÓN frontera")).toEqual(["MJ-2026-77"]);
    expect(await found("国境")).toEqual(["MJ-2026-77"]);
    expect(await found("mj-2026-77")).toEqual(["MJ-2026-77"]);
    expect(await found("100%_")).toEqual([]);
  });
});
