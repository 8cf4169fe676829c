import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { action as removal } from "#app/desk/workshop/draft-removal.route.tsx";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import { action as step } from "#app/desk/workshop/state.route.tsx";
import { shiftSessions } from "#app/timetable/plan/shift.commands.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { planOf } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-10-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("the plan of a workshop as it was published", (open) => {
  test("stays as it was while the sessions move, and goes with a draft that is deleted", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1", state: "draft" });
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId, at);
    const path = "/en/desk/workshops/MJ-1";
    const original = async () => (await knock(overview, { database, cookie, path })).data.original;
    const move = (to: string) => knock(step, { database, cookie, path: `${path}/state`, form: { to } });
    expect(await original()).toBeNull();
    await move("published");
    const asPublished = await original();
    expect([asPublished.planned, asPublished.changes]).toEqual([asPublished.now, []]);
    await database.transact(async (trx) => {
      const planning = { ...(await planOf(trx, { code: "MJ-1" })), countMarks: countMarksBySession };
      await shiftSessions(trx, planning, { first: null, to: "2026-12-07" }, { accountId: null, at });
    });
    const moved = await original();
    expect([moved.planned, moved.changes.length]).toEqual([asPublished.planned, 5]);
    expect(moved.now.period).toBe("7–11 December 2026");
    // nobody has counted on it yet: it is planned anew, and published anew
    await move("draft");
    expect(await original()).toBeNull();
    await move("published");
    expect((await original()).changes).toEqual([]);
    await move("draft");
    expect((await knock(removal, { database, cookie, path: `${path}/removal`, form: {} })).status).toBe(302);
    expect(await database.read.selectFrom("originalPlan").selectAll().execute()).toEqual([]);
  });
});
