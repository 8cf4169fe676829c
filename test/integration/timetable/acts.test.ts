import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as act } from "#app/desk/timetable/acts/acts.route.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { partsAsSent, type SentChange, sentChange } from "#app/timetable/plan/acts.rules.ts";
import { plannedView } from "#app/timetable/plan/planned-view.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** Five mornings from 23 to 27 November. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state: "published" });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, at);
  return {
    sessions: () => listSessionsOf(database.read, [workshopId]),
    send: async (changes: SentChange[], key = newSessionId()) => {
      const body = JSON.stringify({ seen: "", changes });
      const headers = { "content-type": "application/json", "idempotency-key": `"${key}"` };
      const path = "/es/desk/workshops/MJ-1/timetable/acts";
      const answer = await knock(act, { database, cookie, path, body, headers });
      return { ...answer, told: JSON.parse(String(answer.data || "null")) };
    },
  };
}

const planned = (session: Session) => plannedView(session, "es");
const moved = (session: Session, startsLocal: Session["startsLocal"], endsLocal: Session["endsLocal"]) =>
  sentChange(planned(session), { ...planned(session), startsLocal, endsLocal }) as SentChange;

describeDatabases("an act of the editor", (open) => {
  test("changes what it names, and leaves the rest as it is", async () => {
    const { send, sessions } = await setUp(await open());
    const [first] = await sessions();
    const { status, told } = await send([moved(first!, "2026-11-23T12:00", "2026-11-23T13:30")]);
    expect([status, told.version]).toEqual([200, at]);
    const [after] = await sessions();
    expect(after).toMatchObject({
      startsLocal: "2026-11-23T12:00",
      room: "Aula 2",
      title: { es: "Sesión 1", ja: "第1回" },
    });
  });

  test("that comes twice is carried out once", async () => {
    const { send, sessions } = await setUp(await open());
    const [first] = await sessions();
    const id = newSessionId();
    const later = { ...planned(first!), id, startsLocal: "2026-11-23T12:00", endsLocal: "2026-11-23T13:00" } as const;
    const add: SentChange = { id, add: partsAsSent(later), number: null };
    const [one, again] = [await send([add], "k".repeat(20)), await send([add], "k".repeat(20))];
    expect(again.told).toEqual(one.told);
    expect(await sessions()).toHaveLength(6);
  });

  test("of two people on different parts of a session keeps both; on the same part it asks", async () => {
    const { send, sessions } = await setUp(await open());
    const [first] = await sessions();
    const title = sentChange(planned(first!), { ...planned(first!), title: { ...first!.title, es: "Otro" } });
    expect((await send([moved(first!, "2026-11-23T12:00", "2026-11-23T13:00")])).status).toBe(200);
    expect((await send([title as SentChange])).status).toBe(200);
    const [after] = await sessions();
    expect(after).toMatchObject({ startsLocal: "2026-11-23T12:00", title: { es: "Otro" } });
    const late = await send([moved(first!, "2026-11-23T15:00", "2026-11-23T16:00")]);
    expect(late).toMatchObject({
      status: 409,
      told: { conflicts: [{ parts: ["when"], theirs: { startsLocal: "2026-11-23T12:00" } }], by: [expect.any(String)] },
    });
    expect((await sessions())[0]?.startsLocal).toBe("2026-11-23T12:00");
  });

  test("that would not fit names each session, and saves none", async () => {
    const { send, sessions } = await setUp(await open());
    const [first, second] = await sessions();
    const { status, told } = await send([
      moved(first!, "2026-11-24T10:00", "2026-11-24T12:00"),
      sentChange(planned(second!), { ...planned(second!), title: { es: "Otro" } }) as SentChange,
    ]);
    expect(status).toBe(422);
    expect(told.misfits).toEqual([{ id: first!.id, text: expect.stringContaining("Sesión 2") }]);
    expect((await sessions())[1]?.title.es).toBe("Sesión 2");
  });

  test("removes, and brings back under the same id and number", async () => {
    const { send, sessions } = await setUp(await open());
    const [, second] = await sessions();
    await send([sentChange(planned(second!), null) as SentChange]);
    expect((await sessions()).map(({ number }) => number)).toEqual([1, 3, 4, 5]);
    await send([sentChange(null, planned(second!)) as SentChange]);
    expect((await sessions())[1]).toMatchObject({ id: second!.id, number: 2, title: second!.title });
  });

  test.each([
    { changes: [] },
    { changes: [{ id: "x", was: {}, set: {} }] },
    { changes: [{ id: newSessionId(), add: { when: "mañana" }, number: null }] },
    { changes: [{ id: newSessionId(), was: {}, set: { kind: "fiesta" } }] },
    { changes: [{ id: newSessionId(), was: {}, set: { es: "x".repeat(10_000) } }] },
    { changes: [{ id: newSessionId(), was: {}, set: { __proto__: null, constructor: "x" } }] },
  ])("%j is refused", async ({ changes }) => {
    const { send } = await setUp(await open());
    expect((await send(changes as never)).status).toBe(422);
  });
});
