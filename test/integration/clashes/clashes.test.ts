import { expect, test } from "vitest";
import { settleClashes } from "#app/clashes/commands.ts";
import { listOverrides } from "#app/clashes/queries.ts";
import { addAbsence, addMember } from "#app/faculty/commands.ts";
import { newMemberForm } from "#app/faculty/form.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import { saveRoom, saveVenue } from "#app/venues/commands.ts";
import { roomForm, venueForm } from "#app/venues/form.ts";
import { listRooms } from "#app/venues/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-10-01T12:00:00.000Z" as const;
const by = { accountId: null, at };
/** A Tuesday of the workshops of `addWorkshop`. */
const tuesday = "2026-11-24";

async function addRoom(database: Database): Promise<Id<"room">> {
  const venue = {
    "name.es": "Sede",
    country: "MX",
    zone: "America/Mexico_City",
    "day.2.opens": "8:00",
    "day.2.closes": "20:00",
  };
  const outcome = await database.transact((trx) => saveVenue(trx, null, venueForm.parse(venue), by));
  if (outcome.status === "refused") throw new Error(outcome.because);
  const input = roomForm.parse({ "name.es": "Aula 1" });
  await database.transact((trx) => saveRoom(trx, { venueId: outcome.id, known: null }, input, by));
  return (await listRooms(database.read, outcome.id))[0]?.id as Id<"room">;
}

type Plan = {
  facultyId?: Id<"faculty">;
  code: string;
  place: string;
  startsTime?: string;
  endsTime?: string;
  reason?: string;
  asks?: boolean;
};

/** Saves a session as a door does: what is in its way undoes it. */
const plan = (
  database: Database,
  { code, place, startsTime = "09:00", endsTime = "10:00", reason = "", asks = true, facultyId }: Plan,
) =>
  database
    .transact(async (trx) => {
      const input = sessionForm.parse({
        kind: "lecture",
        date: tuesday,
        startsTime,
        endsTime,
        place,
        "title.es": "Uno",
      });
      const saved = await saveSession(trx, await held(trx, { code }), null, input, by);
      if (saved.status === "refused") throw new Error(saved.because);
      if (facultyId) await saveStaff(trx, saved.id, [{ role: "instructor", facultyId, name: "instructor.1" }], by);
      const { clashes } = asks ? await settleClashes(trx, { sessionIds: [saved.id], reason }, by) : { clashes: [] };
      if (clashes.length) throw new Error(clashes.map(({ kind }) => kind).join(" "));
      return "saved";
    })
    .catch(({ message }: Error) => message);

describeDatabases("clashes", (open) => {
  test("of two workshops that want one room are refused, whichever comes second", async () => {
    const database = await open();
    const place = await addRoom(database);
    await addWorkshop(database, { code: "MJ-2026-50" });
    await addWorkshop(database, { code: "MJ-2026-51" });
    expect(await plan(database, { code: "MJ-2026-50", place })).toBe("saved");
    expect(await plan(database, { code: "MJ-2026-51", place })).toBe("room");
    expect(await plan(database, { code: "MJ-2026-51", place, startsTime: "10:00", endsTime: "11:00" })).toBe("saved");
    expect(await plan(database, { code: "MJ-2026-51", place, startsTime: "20:00", endsTime: "21:00" })).toBe("hours");
  });

  test("stand with a reason, which is kept and recorded, until a session is moved", async () => {
    const database = await open();
    const place = await addRoom(database);
    const workshopId = await addWorkshop(database, { code: "MJ-2026-50" });
    await addWorkshop(database, { code: "MJ-2026-51" });
    await plan(database, { code: "MJ-2026-51", place });
    expect(await plan(database, { code: "MJ-2026-50", place, reason: "Es una sesión conjunta." })).toBe("saved");
    const sessions = await database.read.selectFrom("session").select(["id", "workshopId", "number"]).execute();
    const overrides = await listOverrides(
      database.read,
      sessions.map(({ id }) => id),
    );
    expect([...overrides.values()].map(({ reason }) => reason)).toEqual(["Es una sesión conjunta."]);
    const entries = await database.read.selectFrom("auditPending").select("action").execute();
    expect(entries.filter(({ action }) => action === "clash.accepted")).toHaveLength(1);

    const own = sessions.filter((one) => one.workshopId === workshopId).at(-1);
    const again = (startsTime: string) =>
      database.transact(async (trx) => {
        const workshop = await held(trx, { code: "MJ-2026-50" });
        const session = await findSession(trx, workshopId, own?.number ?? 0);
        const input = { kind: "lecture", date: tuesday, startsTime, endsTime: "10:00", place, "title.es": "Uno" };
        await saveSession(trx, workshop, session, sessionForm.parse(input), by);
        const { clashes } = await settleClashes(trx, { sessionIds: [own?.id as Id<"session">], reason: "" }, by);
        return clashes.map(({ kind }) => kind);
      });
    expect(await again("09:00")).toEqual([]);
    expect(await again("09:30")).toEqual(["room"]);
  });

  test("of somebody who would teach in two workshops at once, or on a day on which they are away", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-2026-50" });
    await addWorkshop(database, { code: "MJ-2026-51" });
    const { personId } = await addPerson(database, { locale: "es", email: "ana@demo.example" });
    const facultyId = await database.transact(async (trx) => {
      const input = newMemberForm.parse({ personId, roles: ["instructor"], languages: ["es"] });
      await addMember(trx, input, by);
      return (await trx.selectFrom("faculty").select("id").executeTakeFirstOrThrow()).id;
    });
    const teach = (code: string) =>
      plan(database, { code, place: "", startsTime: "17:00", endsTime: "18:00", facultyId });
    expect(await teach("MJ-2026-50")).toBe("saved");
    expect(await teach("MJ-2026-51")).toBe("person");
    await database.transact((trx) => addAbsence(trx, facultyId, { startsOn: tuesday, endsOn: tuesday, note: "" }, by));
    const later = { startsTime: "18:00", endsTime: "19:00", facultyId, place: "" };
    expect(await plan(database, { code: "MJ-2026-51", ...later })).toBe("absence");
  });

  test("two who book one room at the same moment never both have it; those who do not ask both do", async () => {
    const database = await open();
    const place = await addRoom(database);
    const codes = ["MJ-2026-50", "MJ-2026-51", "MJ-2026-52", "MJ-2026-53"];
    for (const code of codes) await addWorkshop(database, { code });
    const startsAt = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
    for (let hour = 9; hour < 15; hour++) {
      const times = { startsTime: startsAt(hour), endsTime: startsAt(hour + 1) };
      const outcomes = await Promise.all(codes.map((code) => plan(database, { code, place, ...times })));
      expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
    }
    const times = { startsTime: "16:00", endsTime: "17:00", asks: false };
    const control = await Promise.all(codes.map((code) => plan(database, { code, place, ...times })));
    expect(control).toEqual(codes.map(() => "saved"));
  });
});
