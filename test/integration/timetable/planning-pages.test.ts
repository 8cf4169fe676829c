import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as add, loader as addLoader } from "#app/attendance/session/session-new.route.tsx";
import { action as paste } from "#app/desk/timetable/paste/paste.route.tsx";
import { action as repeat, loader as repeatLoader } from "#app/desk/timetable/shift/repeat.route.tsx";
import { action as shift, loader as shiftLoader } from "#app/desk/timetable/shift/shift.route.tsx";
import { action as texts } from "#app/desk/timetable/texts/texts.route.tsx";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

type Door = Parameters<typeof knock>[0];

const desk = "/es/desk/workshops/MJ-1";

/** Five mornings from 23 to 27 November. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state: "published" });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, at);
  const sessions = () => listSessionsOf(database.read, [workshopId]);
  return {
    ask: (door: Door, path: string) => knock(door, { database, cookie, path: desk + path }),
    send: (door: Door, path: string, form: Record<string, string | string[]>) =>
      knockInsisting(door, { database, cookie, path: desk + path, form }),
    times: async () => (await sessions()).map(({ startsLocal }) => startsLocal),
    titles: async () => (await sessions()).map(({ title }) => title.es),
  };
}

const row = (...cells: string[]) => cells.join("\t");
const table = [
  row("Fecha", "Inicio", "Término", "Tipo", "Título", "題名", "Title (English)", "Sala"),
  row("23/11", "12:00", "13:00", "Exposición", "Riesgos", "リスク", "Risks", "Aula 1"),
  row("", "14:00", "15:30", "視察", "Visita", "", "", ""),
  row("martes 24 nov", "9:30", "10:30", "fiesta", "Otra", "", "", ""),
  row("24/11", "10:00", "12:00", "Práctica", "x".repeat(10_000), "", "", ""),
].join("\n");

describeDatabases("a pasted table", (open) => {
  test("is shown before anything is saved, with each mistake beside its cell", async () => {
    const { send, times } = await setUp(await open());
    const { status, data } = await send(paste, "/timetable/paste", { part: "look", text: table });
    expect(status).toBe(200);
    expect(data.rows.map(({ errors }: { errors: object }) => errors)).toEqual([
      {},
      {},
      { kind: "timetable:paste.problem.unknown" },
      { es: "timetable:paste.problem.tooLong" },
    ]);
    expect(await times()).toHaveLength(5);
  });

  test("is saved as a whole, or not at all", async () => {
    const { send, times, titles } = await setUp(await open());
    const save = { part: "save", text: table };
    const refused = await send(paste, "/timetable/paste", save);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.data.errors)).toEqual(["cell.3.kind", "cell.4.es"]);
    expect(refused.data.values.text).toBe(table);
    expect(await times()).toHaveLength(5);

    // mended, the third meets the second session of the workshop, and the fourth the third row
    const mended = { ...save, "cell.3.kind": "Práctica", "cell.4.es": "Otra más" };
    const clashing = await send(paste, "/timetable/paste", mended);
    expect(clashing.status).toBe(422);
    expect(clashing.data.errors["cell.3.from"]).toMatchObject({ key: "desk:form.session.clash" });
    expect(clashing.data.values["cell.4.es"]).toBe("Otra más");

    const right = {
      ...mended,
      "cell.3.from": "11:00",
      "cell.3.to": "11:30",
      "cell.4.from": "12:00",
      "cell.4.to": "13:00",
    };
    const saved = await send(paste, "/timetable/paste", right);
    expect(saved.location).toBe("/es/desk/workshops/MJ-1/timetable?day=2026-11-23&added=6-9");
    expect(await times()).toHaveLength(9);
    expect(await titles()).toEqual(expect.arrayContaining(["Riesgos", "Visita", "Otra", "Otra más"]));
  });

  test("may leave out the rows that are wrong", async () => {
    const { send, times } = await setUp(await open());
    await send(paste, "/timetable/paste", { part: "save", text: table, leavesOut: "1" });
    expect(await times()).toHaveLength(7);
  });

  test.each(["", "   ", "\n\n"])("that is empty (%j) is asked for", async (text) => {
    const { send } = await setUp(await open());
    expect(await send(paste, "/timetable/paste", { part: "look", text })).toMatchObject({
      status: 422,
      data: { errors: { text: "timetable:paste.empty" } },
    });
  });
});

describeDatabases("a shift", (open) => {
  test("is looked at first, and refused where the plan has changed since", async () => {
    const { ask, send, times } = await setUp(await open());
    const { data } = await ask(shiftLoader, "/timetable/shift?from=4&to=2026-11-30");
    expect(data.preview).toMatchObject({ by: 4, hasProblem: false });
    expect(data.preview.rows.map(({ number }: { number: number }) => number)).toEqual([4, 5]);
    const form = { from: "4", to: "2026-11-30", version: data.version };
    expect(await send(shift, "/timetable/shift", { ...form, version: "2020" })).toMatchObject({ status: 409 });
    expect((await send(shift, "/timetable/shift", form)).status).toBe(302);
    expect((await times()).slice(3)).toEqual(["2026-11-30T09:00", "2026-12-01T09:00"]);
  });

  test("onto a session that stays is shown, and refused", async () => {
    const { ask, send, times } = await setUp(await open());
    const { data } = await ask(shiftLoader, "/timetable/shift?from=3&to=2026-11-23");
    expect(data.preview).toMatchObject({ hasProblem: true });
    const form = { from: "3", to: "2026-11-23", version: data.version };
    expect(await send(shift, "/timetable/shift", form)).toMatchObject({ status: 409 });
    expect((await times())[0]).toBe("2026-11-23T09:00");
  });

  test.each(["", "mañana", "2026-02-30", "9999-01-01", "0001-01-01"])(
    "to %j shows nothing and breaks nothing",
    async (to) => {
      const { ask } = await setUp(await open());
      expect((await ask(shiftLoader, `/timetable/shift?to=${encodeURIComponent(to)}`)).data.preview).toBeNull();
    },
  );
});

describeDatabases("a session that is repeated", (open) => {
  test("stands on the chosen days, with everything that is known of it", async () => {
    const { ask, send, times } = await setUp(await open());
    const { data } = await ask(repeatLoader, "/sessions/1/repeat?weekday=3&weekday=4&until=2026-11-27");
    // Wednesday and Thursday have a session at the same hour
    expect(data.rows.map(({ problem }: { problem: unknown }) => problem !== null)).toEqual([true, true]);
    expect(await send(repeat, "/sessions/1/repeat", { on: ["2026-11-25"], version: data.version })).toMatchObject({
      status: 409,
    });
    expect(await send(repeat, "/sessions/1/repeat", { version: data.version })).toMatchObject({ status: 422 });
    expect(await times()).toHaveLength(5);
  });
});

describeDatabases("a new session", (open) => {
  test("may lead to the next one, which follows it", async () => {
    const { ask, send } = await setUp(await open());
    const first = {
      kind: "practice",
      date: "2026-11-24",
      startsTime: "12:00",
      endsTime: "13:30",
      room: "Aula 9",
      next: "1",
    };
    const { location } = await send(add, "/sessions/new", first);
    expect(location).toBe("/es/desk/workshops/MJ-1/sessions/new?after=6&done=sessionSaved");
    const { data } = await ask(addLoader, "/sessions/new?after=6&done=sessionSaved");
    expect(data.initial).toMatchObject({ kind: "practice", room: "Aula 9", date: "2026-11-24", startsTime: "13:30" });
  });

  test("as a copy has everything of its original but the time", async () => {
    const { ask } = await setUp(await open());
    const { data } = await ask(addLoader, "/sessions/new?copy=2");
    expect(data.initial).toMatchObject({
      ...{ "title.es": "Sesión 2", "title.ja": "第2回", room: "Aula 2" },
      ...{ date: "2026-11-24", startsTime: "11:00", endsTime: "" },
    });
  });
});

describeDatabases("titles of all sessions", (open) => {
  test("are saved at once; what was not sent stays", async () => {
    const { send, titles } = await setUp(await open());
    const form = { "title.1.es": "Apertura", "title.3.es": "Riesgos" };
    expect((await send(texts, "/timetable/texts", form)).status).toBe(302);
    expect(await titles()).toEqual(["Apertura", "Sesión 2", "Riesgos", "Sesión 4", "Sesión 5"]);
  });

  test("that are too long are refused beside their field, and none is saved", async () => {
    const { send, titles } = await setUp(await open());
    const form = { "title.1.es": "Apertura", "title.3.ja": "字".repeat(10_000) };
    expect(await send(texts, "/timetable/texts", form)).toMatchObject({
      status: 422,
      data: { errors: { "title.3.ja": "common:form.tooLong" }, values: form },
    });
    expect((await titles())[0]).toBe("Sesión 1");
  });
});
