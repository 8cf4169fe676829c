import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as change } from "#app/attendance/session/session.route.tsx";
import { action as add } from "#app/attendance/session/session-new.route.tsx";
import { action as act } from "#app/desk/timetable/acts/acts.route.ts";
import { action as paste } from "#app/desk/timetable/paste/paste.route.tsx";
import { action as repeat, loader as repeatLoader } from "#app/desk/timetable/shift/repeat.route.tsx";
import { action as shift, loader as shiftLoader } from "#app/desk/timetable/shift/shift.route.tsx";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import type { SentChange } from "#app/timetable/plan/acts.rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-10-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

type Door = Parameters<typeof knock>[0];
const desk = "/es/desk/workshops/MJ-1";

/** Five mornings in Tijuana from 30 October: in the night before 1 November clocks show the hour after one twice. */
async function setUp(database: Database) {
  const plan = { state: "published", startsOn: "2026-10-30", endsOn: "2026-11-08", zone: "America/Tijuana" } as const;
  const workshopId = await addWorkshop(database, { code: "MJ-1", ...plan });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, at);
  return {
    ask: (door: Door, path: string) => knock(door, { database, cookie, path: desk + path }),
    send: (door: Door, path: string, form: Record<string, string | string[]>) =>
      knockInsisting(door, { database, cookie, path: desk + path, form }),
    act: async (changes: SentChange[]) => {
      const headers = { "content-type": "application/json", "idempotency-key": `"${newSessionId()}"` };
      const body = JSON.stringify({ seen: "", changes });
      const answer = await knock(act, { database, cookie, path: `${desk}/timetable/acts`, body, headers });
      return { ...answer, told: JSON.parse(String(answer.data || "null")) };
    },
    last: async () =>
      (await listSessionsOf(database.read, [workshopId])).toSorted((a, b) => a.number - b.number).at(-1),
  };
}

const night = {
  ...{ kind: "lecture", date: "2026-11-01", startsTime: "01:30", endsTime: "04:00", place: "", "title.es": "Guardia" },
  ...{ interpretation: "none", isUntold: "", isCounted: "1" },
};

describeDatabases("an hour that clocks show twice", (open) => {
  test("is asked about by a session's form, which keeps what was chosen, and asks anew for another", async () => {
    const { send, last } = await setUp(await open());
    const refused = await send(add, "/sessions/new", night);
    expect(refused).toMatchObject({ status: 422, data: { errors: { startsHour: "desk:form.session.twice" } } });
    expect(refused.data.values.startsTime).toBe("01:30");
    expect((await send(add, "/sessions/new", { ...night, startsHour: "second" })).status).toBe(302);
    expect(await last()).toMatchObject({ startsAt: "2026-11-01T09:30:00.000Z", startsHour: "second", endsHour: null });
    const moved = { ...night, startsTime: "00:30", startsHour: "second" };
    expect((await send(change, "/sessions/6", moved)).status).toBe(302);
    expect(await last()).toMatchObject({ startsAt: "2026-11-01T07:30:00.000Z", startsHour: null });
  });

  test("that spring skips is said not to exist", async () => {
    const { send } = await setUp(await open());
    const skipped = { ...night, zone: "America/Tijuana", date: "2026-03-08", startsTime: "02:30" };
    expect(await send(add, "/sessions/new", skipped)).toMatchObject({
      status: 422,
      data: { errors: { startsTime: "desk:form.session.unreal" } },
    });
  });

  test("is asked about by the editor's door, and saved with its answer; what else changes leaves it", async () => {
    const { act, last } = await setUp(await open());
    const id = newSessionId();
    const when = "2026-11-01T01:30 2026-11-01T04:00 America/Tijuana";
    const parts = { kind: "lecture", room: "", isCounted: "1", es: "Guardia", ja: "", en: "" };
    const refused = await act([{ id, add: { ...parts, when }, number: null }]);
    expect(refused.status).toBe(422);
    expect(refused.told.misfits[0].text).toContain("se atrasa el reloj");
    expect((await act([{ id, add: { ...parts, when: `${when} second -` }, number: null }])).status).toBe(200);
    expect(await last()).toMatchObject({ startsAt: "2026-11-01T09:30:00.000Z", startsHour: "second" });
    expect((await act([{ id, was: { es: "Guardia" }, set: { es: "Ronda" } }])).status).toBe(200);
    expect(await last()).toMatchObject({ startsAt: "2026-11-01T09:30:00.000Z", title: { es: "Ronda" } });
    expect((await act([{ id, was: { when }, set: { when: `${when} tercera -` } }])).status).toBe(422);
  });

  test("is asked about beside the cell of a pasted row, as is an end before its beginning", async () => {
    const { send, last } = await setUp(await open());
    const text = ["1/11\t1:30\t4:00\t\tGuardia", "31/10\t20:00\t0:30\t\tCena"].join("\n");
    const looked = await send(paste, "/timetable/paste", { part: "look", text });
    expect(looked.data.rows.map(({ asks }: { asks: string[] }) => asks)).toEqual([["startsHour"], ["night"]]);
    const save = { part: "save", text };
    expect(await send(paste, "/timetable/paste", save)).toMatchObject({
      status: 422,
      data: { errors: { "cell.1.from": "desk:form.session.twice", "cell.2.to": "timetable:paste.problem.night" } },
    });
    const answered = { ...save, "cell.1.startsHour": "second", "cell.2.night": "1" };
    expect((await send(paste, "/timetable/paste", answered)).status).toBe(302);
    // numbers go in the order of time
    expect(await last()).toMatchObject({ startsAt: "2026-11-01T09:30:00.000Z", title: { es: "Guardia" } });
  });

  test("is asked about by a repetition and by a shift, in the row that comes to it", async () => {
    const { ask, send, last } = await setUp(await open());
    expect((await send(add, "/sessions/new", { ...night, date: "2026-10-31" })).status).toBe(302);
    const { data } = await ask(repeatLoader, "/sessions/6/repeat?weekday=0&until=2026-11-01");
    expect(data.rows).toMatchObject([{ key: "2026-11-01", hours: ["startsHour"] }]);
    const again = { on: "2026-11-01", version: "" };
    expect(await send(repeat, "/sessions/6/repeat", again)).toMatchObject({
      status: 409,
      data: { errors: { "": "desk:form.session.twice" } },
    });
    const told = { ...again, "hour.2026-11-01.startsHour": "second" };
    expect((await send(repeat, "/sessions/6/repeat", told)).status).toBe(302);
    expect(await last()).toMatchObject({ number: 7, startsAt: "2026-11-01T09:30:00.000Z" });
    expect((await send(change, "/sessions/7", { ...night, startsTime: "00:10", endsTime: "00:20" })).status).toBe(302);

    const shown = await ask(shiftLoader, "/timetable/shift?from=6&to=2026-11-01");
    expect(shown.data.preview).toMatchObject({ hasProblem: false });
    const row = shown.data.preview.rows.find(({ number }: { number: number }) => number === 6);
    expect(row.hours).toEqual(["startsHour"]);
    const move = { from: "6", to: "2026-11-01", version: "" };
    expect((await send(shift, "/timetable/shift", move)).status).toBe(409);
    const moved = await send(shift, "/timetable/shift", { ...move, [`hour.${row.key}.startsHour`]: "first" });
    expect(moved.status).toBe(302);
  });
});
