import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { action as change, loader } from "#app/attendance/session/session.route.tsx";
import { changeSession } from "#app/attendance/session/session-change.commands.ts";
import { action as add } from "#app/attendance/session/session-new.route.tsx";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

/** Noon of the third day in Mexico City. */
const at = "2026-11-25T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const code = "MJ-1";
const path = `/es/desk/workshops/${code}/sessions`;
const by = { accountId: null, at };
const morning = { kind: "lecture", date: "2026-11-23", startsTime: "09:00", endsTime: "11:00", isCounted: "1" };

/** Five mornings from 23 to 27 November; the first has a mark. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code, state: "running" });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const { personId } = await addPerson(database, { locale: "ja", email: null });
  const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
  const first = await findSession(database.read, workshopId, 1);
  const mark = { sessionId: first!.id, enrolmentId, status: "present", recordedHow: "sheet", recordedAt: at } as const;
  await database.transact((trx) => trx.insertInto("mark").values(mark).execute());
  const cookie = await cookieFor(database, accountId, at);
  return {
    workshopId,
    send: (door: typeof add, to: string, form: Record<string, string>) =>
      knockInsisting(door, { database, cookie, path: path + to, form }),
    ask: (n: number) => knock(loader, { database, cookie, path: `${path}/${n}` }),
    times: async (n: number) => {
      const { startsLocal, endsLocal } = (await findSession(database.read, workshopId, n))!;
      return [startsLocal, endsLocal];
    },
  };
}

describeDatabases("a session that has marks", (open) => {
  test("keeps its day: moved to another one, its marks would say who was there before it was", async () => {
    const database = await open();
    const { send, times } = await setUp(database);
    const moved = { ...morning, date: "2026-11-26", startsTime: "15:00", endsTime: "16:00" };
    expect(await send(change, "/1", moved)).toMatchObject({
      status: 422,
      data: { errors: { date: "desk:form.session.hasMarks" }, values: moved },
    });
    expect(await times(1)).toEqual(["2026-11-23T09:00", "2026-11-23T11:00"]);
  });

  test("may change its hours and its texts on that day", async () => {
    const { send, times } = await setUp(await open());
    const later = { ...morning, startsTime: "09:30", endsTime: "11:30", "title.es": "Valoración" };
    expect((await send(change, "/1", later)).status).toBe(302);
    expect(await times(1)).toEqual(["2026-11-23T09:30", "2026-11-23T11:30"]);
  });

  test("is told apart on its page, where it cannot be removed", async () => {
    const { ask } = await setUp(await open());
    expect([(await ask(1)).data.isMarked, (await ask(2)).data.isMarked]).toEqual([true, false]);
  });

  test("another one may move to any day of the workshop", async () => {
    const { send, times } = await setUp(await open());
    const moved = { ...morning, date: "2026-11-26", startsTime: "15:00", endsTime: "16:00" };
    expect((await send(change, "/2", moved)).status).toBe(302);
    expect(await times(2)).toEqual(["2026-11-26T15:00", "2026-11-26T16:00"]);
  });
});

describeDatabases("an end that seems to lie before the beginning", (open) => {
  const evening = { ...morning, date: "2026-11-27", startsTime: "22:00", endsTime: "01:00" };

  test("is asked about, and nothing that was typed is lost", async () => {
    const { send } = await setUp(await open());
    const typed = { ...evening, startsTime: "10:00", "title.ja": "夜間検査" };
    expect(await send(add, "/new", typed)).toMatchObject({
      status: 422,
      data: { errors: { endsTime: "desk:form.session.beforeStart" }, values: typed },
    });
  });

  test("is on the next day where that is said", async () => {
    const { send, times } = await setUp(await open());
    expect((await send(add, "/new", { ...evening, endsNextDay: "1" })).status).toBe(302);
    expect(await times(6)).toEqual(["2026-11-27T22:00", "2026-11-28T01:00"]);
  });

  test("is refused where that would make fifteen hours, by what was understood", async () => {
    const { send } = await setUp(await open());
    const typed = { ...evening, startsTime: "10:00", endsNextDay: "1" };
    expect((await send(add, "/new", typed)).data.errors).toEqual({ endsTime: "desk:form.session.tooLongNight" });
  });

  test("needs no word at midnight, which is 24:00", async () => {
    const { send, times, ask } = await setUp(await open());
    await send(add, "/new", { ...evening, endsTime: "２４：００" });
    expect(await times(6)).toEqual(["2026-11-27T22:00", "2026-11-28T00:00"]);
    expect((await ask(6)).data.initial).toMatchObject({ endsTime: "00:00", endsNextDay: "1" });
  });
});

describeDatabases("a workshop knows when its first session begins and its last one ends", (open) => {
  const hour = fc.integer({ min: 0, max: 22 });
  const step = fc.record({
    kind: fc.constantFrom("add" as const, "change" as const, "remove" as const),
    number: fc.integer({ min: 1, max: 7 }),
    day: fc.integer({ min: 0, max: 4 }),
    hour,
  });
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  const take = (database: Database, named: string, { kind, number, day, hour: from }: Step) =>
    database.transact(async (trx) => {
      const workshop = await held(trx, { code: named });
      const session = kind === "add" ? null : await findSession(trx, workshop.id, number);
      if (kind !== "add" && !session) return;
      if (kind === "remove") return void (await removeSession(trx, workshop, session!, by));
      const clock = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
      const date = plusLocalDays("2026-11-23", day);
      const times = { ...morning, date, startsTime: clock(from), endsTime: clock(from + 1) };
      const input = sessionForm.parse(times);
      await (session ? changeSession(trx, workshop, session, input, by) : saveSession(trx, workshop, null, input, by));
    });

  test("whatever is planned, moved and removed, in whatever order", { timeout: 60_000 }, async () => {
    const database = await open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const named = `M-${++run}`;
        const workshopId = await addWorkshop(database, { code: named });
        for (const one of steps) await take(database, named, one);
        const sessions = await database.read
          .selectFrom("session")
          .select(["startsAt", "endsAt"])
          .where("workshopId", "=", workshopId)
          .execute();
        const known = await database.read
          .selectFrom("workshop")
          .select(["beginsAt", "endsAt"])
          .where("id", "=", workshopId)
          .executeTakeFirst();
        expect(known).toEqual({
          beginsAt: sessions.map(({ startsAt }) => startsAt).sort()[0] ?? null,
          endsAt:
            sessions
              .map(({ endsAt }) => endsAt)
              .sort()
              .at(-1) ?? null,
        });
      }),
      { numRuns: 25 },
    );
  });
});
