import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as act } from "#app/desk/timetable/acts/acts.route.ts";
import { addMember } from "#app/faculty/commands.ts";
import { newMemberForm } from "#app/faculty/form.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { clearKeptSessions } from "#app/timetable/kept/kept.commands.ts";
import { type SentChange, sentChange } from "#app/timetable/plan/acts.rules.ts";
import { plannedView } from "#app/timetable/plan/planned-view.ts";
import { findSession } from "#app/timetable/queries.ts";
import { saveRoom, saveVenue } from "#app/venues/commands.ts";
import { roomForm, venueForm } from "#app/venues/form.ts";
import { listRooms } from "#app/venues/queries.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T18:00:00.000Z" as const;
const by = { accountId: null, at };
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function addRoom(database: Database): Promise<Id<"room">> {
  const venue = { "name.es": "Sede", country: "MX", zone: "America/Tijuana" };
  const outcome = await database.transact((trx) => saveVenue(trx, null, venueForm.parse(venue), by));
  if (outcome.status === "refused") throw new Error(outcome.because);
  const input = roomForm.parse({ "name.es": "Aula 1" });
  await database.transact((trx) => saveRoom(trx, { venueId: outcome.id, known: null }, input, by));
  return (await listRooms(database.read, outcome.id))[0]?.id as Id<"room">;
}

/** A visit with all that a session can have. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state: "published" });
  const place = await addRoom(database);
  const { personId } = await addPerson(database, { locale: "es", email: "ana@demo.example" });
  await database.transact(async (trx) => {
    await addMember(trx, newMemberForm.parse({ personId, roles: ["instructor"], languages: ["es"] }), by);
    const facultyId = (await trx.selectFrom("faculty").select("id").executeTakeFirstOrThrow()).id;
    const workshop = await held(trx, { code: "MJ-1" });
    const title = { "title.es": "Bloque", "title.ja": "", "title.en": "" };
    const rest = { "objective.es": "", "objective.ja": "", "objective.en": "" };
    const indicator = { "indicator.es": "", "indicator.ja": "", "indicator.en": "" };
    const moduleId = await saveModule(trx, workshop, null, { ...title, ...rest, ...indicator }, by);
    const visit = { "meetingPoint.es": "Puerta 3", "fallback.ja": "教室" };
    const own = { place, moduleId, mode: "hybrid", language: "ja", interpretation: "consecutive", ...visit };
    const times = { kind: "siteVisit", date: "2026-11-24", startsTime: "15:00", endsTime: "17:00" };
    const input = { ...times, ...own, joinUrl: "https://a.example/1", "title.es": "Aduana" };
    const saved = await saveSession(trx, workshop, null, sessionForm.parse(input), by);
    if (saved.status === "refused") throw new Error(saved.because);
    await saveStaff(trx, saved.id, [{ role: "instructor", facultyId, name: "instructor.1" }], by);
    await trx.updateTable("sessionStaff").set({ state: "accepted" }).execute();
  });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, at);
  const send = async (changes: SentChange[]) => {
    const headers = { "content-type": "application/json", "idempotency-key": `"${newSessionId()}"` };
    const body = JSON.stringify({ seen: "", changes });
    return knock(act, { database, cookie, path: "/es/desk/workshops/MJ-1/timetable/acts", body, headers });
  };
  const stored = async () => ({
    session: await findSession(database.read, workshopId, 6),
    visit: await database.read.selectFrom("sessionVisit").selectAll().orderBy("locale").execute(),
    staff: await database.read.selectFrom("sessionStaff").selectAll().execute(),
  });
  return { send, stored };
}

describeDatabases("a session that is deleted in the editor", (open) => {
  test("comes back whole when that is undone: room, module, visit, people and what they have answered", async () => {
    const { send, stored } = await setUp(await open());
    const before = await stored();
    expect(before.staff).toHaveLength(1);
    const planned = plannedView(before.session!, "es");
    expect((await send([sentChange(planned, null) as SentChange])).status).toBe(200);
    expect(await stored()).toEqual({ session: null, visit: [], staff: [] });
    expect((await send([sentChange(null, planned) as SentChange])).status).toBe(200);
    expect(await stored()).toEqual(before);
    // done again and undone again
    expect((await send([sentChange(planned, null) as SentChange])).status).toBe(200);
    expect((await send([sentChange(null, planned) as SentChange])).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  test("is remembered for a day, and for its own workshop alone", async () => {
    const database = await open();
    const { send, stored } = await setUp(database);
    const planned = plannedView((await stored()).session!, "es");
    await send([sentChange(planned, null) as SentChange]);
    const clear = (hours: number) =>
      database.transact((trx) => clearKeptSessions(trx, `2026-11-02T${18 + hours}:30:00.000Z` as typeof at, 10));
    expect(await clear(-1)).toBe(0);
    expect(await clear(0)).toBe(1);
    expect((await send([sentChange(null, planned) as SentChange])).status).toBe(200);
    expect(await stored()).toMatchObject({ session: { number: 6, roomId: null }, visit: [], staff: [] });
  });
});
