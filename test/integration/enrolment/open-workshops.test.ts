import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#app/access/permissions.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import * as me from "#app/enrolment/own/me.route.tsx";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
beforeEach(() => vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

describeDatabases("somebody with no workshop coming", (open) => {
  const setUp = async (role: Role = "official") => {
    const database = await open();
    const who = await addAccount(database, { grants: [role], passwordHash: null });
    const cookie = await cookieFor(database, who.accountId);
    const offered = async (path = "/es/me") =>
      (await knock(me.loader, { database, path, cookie })).data.open.map(({ code }: { code: string }) => code);
    return { database, who, offered };
  };

  test("sees up to three in which they can enrol: free ones, those in their language, the soonest", async () => {
    const { database, offered } = await setUp();
    expect(await offered()).toEqual([]);
    await addWorkshop(database, { code: "FULL", capacity: 1 });
    await database.transact((trx) => trx.updateTable("workshop").set({ seatsTaken: 1 }).execute());
    for (const state of ["draft", "published", "closed", "cancelled"] as const)
      await addWorkshop(database, { code: `NOT-${state.toUpperCase()}`, state });
    await addWorkshop(database, { code: "BEGUN", startsOn: "2026-10-26", endsOn: "2026-11-05" });
    expect(await offered()).toEqual(["FULL"]);
    await addWorkshop(database, { code: "LATER", startsOn: "2026-12-07", endsOn: "2026-12-11" });
    await addWorkshop(database, { code: "SOON" });
    const japanese = await addWorkshop(database, { code: "JAPANESE", startsOn: "2026-11-09" });
    await database.transact((trx) =>
      trx.updateTable("workshopLanguage").set({ locale: "ja" }).where("workshopId", "=", japanese).execute(),
    );
    expect(await offered()).toEqual(["SOON", "LATER", "JAPANESE"]);
    expect(await offered("/ja/me")).toEqual(["JAPANESE", "SOON", "LATER"]);
  });

  test("is not offered what they have left, and nothing once they have one", async () => {
    const { database, who, offered } = await setUp();
    const left = { ...who, workshopId: await addWorkshop(database, { code: "LEFT" }) };
    const next = { ...who, workshopId: await addWorkshop(database, { code: "NEXT" }) };
    await database.transact((trx) => enrol(trx, left, { ...who, at }));
    await database.transact((trx) => withdraw(trx, left, { ...who, at }));
    expect(await offered()).toEqual(["NEXT"]);
    await database.transact((trx) => enrol(trx, next, { ...who, at }));
    expect(await offered()).toEqual([]);
  });

  test("who may not enrol is offered none", async () => {
    const { database, offered } = await setUp("manager");
    await addWorkshop(database, { code: "SOON" });
    expect(await offered()).toEqual([]);
  });
});
