import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as workshopPage from "#app/catalogue/workshop.route.tsx";
import * as participants from "#app/desk/participants/participants.route.tsx";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import * as me from "#app/enrolment/own/me.route.tsx";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;

beforeEach(() => vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

/** One in Mexico City and one in Tokyo, whose first sessions are half an hour apart: 09:00 there is midnight here. */
async function setUp(database: Database, tokyoStarts: Instant = "2026-11-23T16:30:00.000Z") {
  const mexico = await addWorkshop(database, { code: "MJ-1" });
  const tokyo = await addWorkshop(database, { code: "MJ-2" });
  await moveToTokyo(database, tokyo, tokyoStarts);
  const ana = await addAccount(database, { grants: ["official"], passwordHash: null });
  // a session lasts an hour, and the test moves its clock by weeks
  const signedIn = () => cookieFor(database, ana.accountId);
  const place = (workshopId: Id<"workshop">) =>
    database.transact((trx) => enrol(trx, { ...ana, workshopId }, { ...ana, at }));
  const leave = (workshopId: Id<"workshop">) =>
    database.transact((trx) => withdraw(trx, { ...ana, workshopId }, { ...ana, at }));
  const clashesAt = async (code: string) =>
    (await knock(workshopPage.loader, { database, path: `/es/workshops/${code}`, cookie: await signedIn() })).data
      .clashes;
  const myClashes = async () =>
    (await knock(me.loader, { database, path: "/es/me", cookie: await signedIn() })).data.clashes;
  return { mexico, tokyo, place, leave, clashesAt, myClashes };
}

/** Leaves a workshop one session, of two hours. */
const moveToTokyo = (database: Database, workshopId: Id<"workshop">, startsAt: Instant) =>
  database.transact(async (trx) => {
    const later = trx.selectFrom("session").select("id").where("workshopId", "=", workshopId).where("number", ">", 1);
    await trx.deleteFrom("sessionText").where("sessionId", "in", later).execute();
    await trx.deleteFrom("session").where("workshopId", "=", workshopId).where("number", ">", 1).execute();
    await trx.updateTable("workshop").set({ zone: "Asia/Tokyo" }).where("id", "=", workshopId).execute();
    const endsAt = new Date(Date.parse(startsAt) + 7_200_000).toISOString() as Instant;
    const clock = { zone: "Asia/Tokyo", startsLocal: "2026-11-24T01:30", endsLocal: "2026-11-24T03:30" } as const;
    await trx
      .updateTable("session")
      .set({ startsAt, endsAt, ...clock })
      .where("workshopId", "=", workshopId)
      .execute();
  });

describeDatabases("two seats at the same instant in two zones", (open) => {
  test("are said before enrolling and afterwards, and refuse nothing", async () => {
    const { mexico, tokyo, place, clashesAt, myClashes } = await setUp(await open());
    expect(await clashesAt("MJ-2")).toEqual([]);
    await place(mexico);
    expect(await clashesAt("MJ-2")).toMatchObject([
      { workshops: [{ code: "MJ-2" }, { code: "MJ-1" }], count: 1, first: { city: "Tokio" } },
    ]);
    expect(await myClashes()).toEqual([]);
    expect(await place(tokyo)).toEqual({ status: "confirmed" });
    expect(await myClashes()).toMatchObject([{ workshops: [{ code: "MJ-1" }, { code: "MJ-2" }], count: 1 }]);
    expect(await clashesAt("MJ-1")).toHaveLength(1);
  });

  test("are over with a withdrawal, and with the sessions themselves", async () => {
    const { mexico, tokyo, place, leave, clashesAt, myClashes } = await setUp(await open());
    await place(mexico);
    await place(tokyo);
    await leave(mexico);
    expect(await myClashes()).toEqual([]);
    await place(mexico);
    expect(await myClashes()).toHaveLength(1);
    vi.setSystemTime("2026-12-01T12:00:00.000Z");
    expect(await myClashes()).toEqual([]);
    expect(await clashesAt("MJ-1")).toEqual([]);
  });

  test("are none where one begins as the other ends", async () => {
    const { mexico, tokyo, place, clashesAt, myClashes } = await setUp(await open(), "2026-11-23T17:00:00.000Z");
    await place(mexico);
    await place(tokyo);
    expect([await myClashes(), await clashesAt("MJ-1")]).toEqual([[], []]);
  });

  test("are told to the coordinator, who reads the other's code only within reach", async () => {
    const database = await open();
    const { mexico, tokyo, place } = await setUp(database);
    await place(mexico);
    await place(tokyo);
    const grants = [{ role: "coordinator" as const, programmeId: await programmeOf(database, mexico) }];
    const read = async (more: typeof grants = []) => {
      const { accountId } = await addAccount(database, { grants: [...grants, ...more], passwordHash: null });
      const cookie = await cookieFor(database, accountId);
      const path = "/es/desk/workshops/MJ-1/participants";
      const { data } = await knock(participants.loader, { database, path, cookie });
      return data.rows.map(({ clashes }: { clashes: string }) => clashes);
    };
    expect(await read()).toEqual(["otro taller"]);
    const both = [{ role: "coordinator" as const, programmeId: await programmeOf(database, tokyo) }];
    expect(await read(both)).toEqual(["MJ-2"]);
  });
});
