import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { todaysSessions } from "#app/desk/today-view.ts";
import * as overview from "#app/desk/workshop/overview.route.tsx";
import { translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

const todayAt = async (database: Database, at: Instant, reach = everywhere) => {
  const visit = { db: database.read, locale: "es" as const, t: translator("es"), at, zone: "Asia/Tokyo" as const };
  return (await todaysSessions(visit, reach)).map(({ code, number, marked, of }) => ({ code, number, marked, of }));
};

describeDatabases("the desk", (open) => {
  test("begins with the sessions of the day at their venue, wherever its reader is", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1", state: "running" });
    await addWorkshop(database, { code: "MJ-2", state: "cancelled" });
    const second = [{ code: "MJ-1", number: 2, marked: 0, of: 0 }];
    expect(await todayAt(database, "2026-11-24T05:59:00.000Z")).toMatchObject([{ number: 1 }]);
    expect(await todayAt(database, "2026-11-24T06:00:00.000Z")).toEqual(second);
    expect(await todayAt(database, "2026-11-25T05:59:00.000Z")).toEqual(second);
    expect(await todayAt(database, "2026-11-23T05:00:00.000Z")).toEqual([]);
    expect(await todayAt(database, "2026-11-28T12:00:00.000Z")).toEqual([]);
    expect(await todayAt(database, "2026-11-24T12:00:00.000Z", { ...everywhere, everywhere: false })).toEqual([]);
  });

  test("counts the marks of each session of the day", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", state: "running" });
    const { personId } = await addPerson(database, { locale: "ja", email: null });
    const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const { id: sessionId } = await database.read
      .selectFrom("session")
      .select("id")
      .where("number", "=", 3)
      .executeTakeFirstOrThrow();
    const mark = {
      sessionId,
      enrolmentId,
      status: "present",
      recordedHow: "sheet",
      recordedAt: "2026-11-25T15:10:00.000Z",
    } as const;
    await database.transact((trx) => trx.insertInto("mark").values(mark).execute());
    expect(await todayAt(database, "2026-11-25T15:10:00.000Z")).toMatchObject([{ number: 3, marked: 1 }]);
  });

  test("says from when a workshop can be completed, as long as sessions that count are still to come", async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    const workshopId = await addWorkshop(database, { code: "MJ-1", state: "running" });
    const from = async () =>
      (await knock(overview.loader, { database, path: "/es/desk/workshops/MJ-1", cookie })).data.steps.completableFrom;
    const last = {
      kind: "lecture",
      zone: "America/Mexico_City",
      startsAt: "2199-12-30T15:00:00.000Z",
      endsAt: "2199-12-30T17:00:00.000Z",
    } as const;
    const locals = { startsLocal: "2199-12-30T09:00", endsLocal: "2199-12-30T11:00" } as const;
    const session = { id: newId<"session">(), workshopId, number: 9, room: "", ...last, ...locals };
    await database.transact((trx) => trx.insertInto("session").values(session).execute());
    expect(await from()).toBe("30 dic 2199, 09:00");
    await database.transact((trx) => trx.updateTable("session").set({ isCounted: false }).execute());
    // where nothing counts, the last session is waited for
    expect(await from()).toBe("30 dic 2199, 09:00");
    const held = { isCounted: true, startsAt: "2017-09-11T15:00:00.000Z" } as const;
    await database.transact((trx) => trx.updateTable("session").set(held).where("number", "=", 1).execute());
    expect(await from()).toBeNull();
  });

  test("warns before opening that the first session has begun, when nobody can enrol any more", async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    const isLate = async (code: string, startsOn: LocalDate) => {
      await addWorkshop(database, { code, state: "published", startsOn, endsOn: "2199-12-30" });
      return (await knock(overview.loader, { database, path: `/es/desk/workshops/${code}`, cookie })).data.steps
        .opensTooLate;
    };
    expect([await isLate("MJ-1", "2017-09-11"), await isLate("MJ-2", "2199-12-29")]).toEqual([true, false]);
  });
});
