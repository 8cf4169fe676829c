import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as complete, loader as completion } from "#app/attendance/completion/completion.route.tsx";
import { action as changeTo } from "#app/desk/workshop/state.route.tsx";
import { describeDatabases } from "#test/support/databases.ts";
import { at, page, setUp } from "./held-workshop.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("before a workshop is completed", (open) => {
  test("the page says how many will have completed it, and who will not; then that is what happens", async () => {
    const database = await open();
    const { ask, post, states } = await setUp(database);
    const { data } = await ask(completion, "/completion");
    expect(data).toMatchObject({ completing: 1, sheets: [], nothingCounts: false });
    expect(data.short).toMatchObject([{ attended: 0, base: 5 }]);
    expect((await post(complete, "/completion")).location).toBe(`${page}/certificates?done=completed`);
    expect(await states()).toEqual(["completed", "notCompleted"]);
  });

  test("it names the sheets in which somebody has no mark", async () => {
    const database = await open();
    const { ask } = await setUp(database);
    const second = database.read.selectFrom("session").select("id").where("number", "=", 2);
    await database.transact((trx) => trx.deleteFrom("mark").where("sessionId", "in", second).execute());
    expect((await ask(completion, "/completion")).data).toMatchObject({
      completing: 1,
      sheets: [{ number: 2, marked: 0, of: 2 }],
    });
  });

  test("where nothing counts it says so, and nobody is left without the end for ever", async () => {
    const database = await open();
    const { ask, post, states } = await setUp(database);
    await database.transact((trx) => trx.updateTable("session").set({ isCounted: false }).execute());
    expect((await ask(completion, "/completion")).data).toMatchObject({
      ...{ completing: 2, short: [], nothingCounts: true },
    });
    await post(complete, "/completion");
    expect(await states()).toEqual(["completed", "completed"]);
  });

  test("whoever was always excused is named as such", async () => {
    const database = await open();
    const { ask } = await setUp(database);
    await database.transact((trx) =>
      trx.updateTable("mark").set({ status: "excused" }).where("status", "=", "absent").execute(),
    );
    expect((await ask(completion, "/completion")).data.short).toMatchObject([{ attended: 0, base: 0 }]);
  });

  test("where it is too early, or not running, it leads back and says why", async () => {
    const database = await open();
    const { ask } = await setUp(database, "closed");
    expect((await ask(completion, "/completion")).location).toBe(`${page}?refused=notFromHere`);
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "running" }).execute());
    vi.setSystemTime(new Date("2026-11-27T14:59:59.000Z"));
    expect((await ask(completion, "/completion")).location).toBe(`${page}?refused=tooEarly`);
    vi.setSystemTime(new Date("2026-11-27T15:00:00.000Z"));
    expect((await ask(completion, "/completion")).status).toBe(200);
  });
});

describeDatabases("a workshop", (open) => {
  test("is started on the day of its first session at the venue, and not eleven days before", async () => {
    const database = await open();
    const { post, state } = await setUp(database, "closed");
    const start = () => post(changeTo, "/state", { to: "running" });
    for (const early of ["2026-11-12T15:00:00.000Z", "2026-11-23T05:59:59.000Z"]) {
      vi.setSystemTime(new Date(early));
      expect((await start()).location).toBe(`${page}?refused=tooEarlyToStart`);
    }
    vi.setSystemTime(new Date("2026-11-23T06:00:00.000Z"));
    await start();
    expect(await state()).toBe("running");
  });
});
