import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as removal } from "#app/desk/workshop/draft-removal.route.tsx";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import { action as back } from "#app/desk/workshop/reopening.route.tsx";
import { action as step } from "#app/desk/workshop/state.route.tsx";
import type { Instant } from "#app/time/instant.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

/** On the first of five mornings, from 23 to 27 November, in Mexico City. */
const at = "2026-11-23T14:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const page = "/en/desk/workshops/MJ-1";

async function setUp(database: Database, state: WorkshopState, hasPeople = false, signedInAt: Instant = at) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state });
  if (hasPeople) {
    const { personId } = await addPerson(database, { locale: "es", email: "ana@demo.example" });
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    await database.transact((trx) => trx.updateTable("workshop").set({ seatsTaken: 1 }).execute());
  }
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, signedInAt);
  const stateNow = async () =>
    (await database.read.selectFrom("workshop").select("state").executeTakeFirst())?.state ?? null;
  return {
    stateNow,
    move: async (to: WorkshopState) => {
      const { location } = await knock(step, { database, cookie, path: `${page}/state`, form: { to, from: state } });
      return [await stateNow(), new URL(location ?? "", "http://a.example").searchParams.get("refused")];
    },
    goBack: async (to: string, reason: string) => {
      const { status } = await knock(back, { database, cookie, path: `${page}/reopening`, form: { to, reason } });
      return [status, await stateNow()];
    },
    offered: async () =>
      (await knock(overview, { database, cookie, path: page })).data.steps.steps.map(
        ({ to, because }: { to: string; because: string | null }) => (because ? `${to} (${because})` : to),
      ),
    remove: async () => (await knock(removal, { database, cookie, path: `${page}/removal`, form: {} })).location,
  };
}

describeDatabases("each step of a workshop's life", (open) => {
  test.each([
    ["published", "draft"],
    ["open", "published"],
    ["closed", "open"],
    ["cancelled", "draft"],
  ] as const)("%s goes back to %s while nothing rests on it", async (from, to) => {
    const { move, offered } = await setUp(await open(), from);
    expect(await offered()).toContain(to);
    expect(await move(to)).toEqual([to, null]);
  });

  test.each([
    ["published", "draft", "hasPeople"],
    ["open", "published", "hasPeople"],
    ["cancelled", "draft", "noticed"],
  ] as const)("%s stays, and does not become %s, once somebody has a seat: %s", async (from, to, because) => {
    const { move } = await setUp(await open(), from, true);
    expect(await move(to)).toEqual([from, because]);
  });

  test.each([
    ["running", "closed"],
    ["completed", "running"],
  ] as const)("%s goes back to %s with a reason, and not without", async (from, to) => {
    const { goBack } = await setUp(await open(), from, true);
    expect(await goBack(to, "")).toEqual([422, from]);
    expect(await goBack(to, "Se inició por error.")).toEqual([302, to]);
  });

  test("does not start before the day of its first session, and does on its morning", async () => {
    const before = "2026-11-23T05:59:00.000Z";
    const { move, offered } = await setUp(await open(), "closed", false, before);
    vi.setSystemTime(new Date(before));
    expect(await offered()).toContain("running (tooEarlyToStart)");
    expect(await move("running")).toEqual(["closed", "tooEarlyToStart"]);
    // midnight in Mexico City
    vi.setSystemTime(new Date("2026-11-23T06:00:00.000Z"));
    expect(await move("running")).toEqual(["running", null]);
  });

  test("a draft can be deleted, and nothing else", async () => {
    const { remove, stateNow } = await setUp(await open(), "draft");
    expect(await remove()).toBe("/en/desk?removed=MJ-1");
    expect(await stateNow()).toBeNull();
    const { remove: keep } = await setUp(await open(), "published");
    expect(await keep()).toBe(`${page}?refused=notADraft`);
  });
});
