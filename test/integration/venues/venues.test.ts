import { expect, test } from "vitest";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { placeText } from "#app/timetable/place.ts";
import { findSession } from "#app/timetable/queries.ts";
import { archivePlace, saveRoom, saveVenue } from "#app/venues/commands.ts";
import { roomForm, venueForm } from "#app/venues/form.ts";
import { venueValues } from "#app/venues/form-values.ts";
import { listPlaces } from "#app/venues/places.queries.ts";
import { findVenue, listHours, listRooms } from "#app/venues/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-10-01T12:00:00.000Z" as const;
const by = { accountId: null, at };

const border = {
  ...{ "name.es": "Aduana de Nuevo Laredo", "name.ja": "ヌエボラレド税関", country: "MX", zone: "America/Matamoros" },
  ...{ "address.es": "Puente II", mapUrl: "https://demo.example/1", "day.1.opens": "9:00", "day.1.closes": "24:00" },
};

const addVenue = async (database: Database, fields = {}) => {
  const outcome = await database.transact((trx) => saveVenue(trx, null, venueForm.parse({ ...border, ...fields }), by));
  if (outcome.status === "refused") throw new Error(outcome.because);
  return outcome.id;
};

const addRoom = async (database: Database, venueId: Id<"venue">, name: string) => {
  const input = roomForm.parse({ "name.es": name, capacity: "１６" });
  await database.transact((trx) => saveRoom(trx, { venueId, known: null }, input, by));
  return (await listRooms(database.read, venueId)).at(-1)?.id as Id<"room">;
};

const planSession = async (database: Database, code: string, fields: Record<string, string>) => {
  const input = sessionForm.parse({
    ...{ kind: "lecture", date: "2026-11-24", startsTime: "09:00", endsTime: "10:00", "title.es": "Uno" },
    ...fields,
  });
  return database.transact(async (trx) => saveSession(trx, await held(trx, { code }), null, input, by));
};

describeDatabases("venues", (open) => {
  test("are stored as their form shows them, and changed as a whole", async () => {
    const database = await open();
    const venueId = await addVenue(database);
    const stored = async () => {
      const venue = await findVenue(database.read, venueId);
      return venue && venueValues(venue, await listHours(database.read, venueId));
    };
    expect(await stored()).toMatchObject({ ...border, "day.1.opens": "09:00", "day.2.opens": "" });
    const changed = venueForm.parse({
      ...border,
      "day.1.opens": "",
      "day.1.closes": "",
      "day.5.opens": "8:00",
      "day.5.closes": "9:00",
    });
    await database.transact((trx) => saveVenue(trx, venueId, changed, by));
    expect(await listHours(database.read, venueId)).toEqual([{ weekday: 5, opensTime: "08:00", closesTime: "09:00" }]);
  });

  test("of an institution that is not there are refused", async () => {
    const database = await open();
    const input = venueForm.parse({ ...border, institutionId: "none" });
    expect(await database.transact((trx) => saveVenue(trx, null, input, by))).toEqual({
      status: "refused",
      because: "noSuchInstitution",
    });
  });

  test("lend a session their clock and their name, and two sessions may share an hour in two rooms", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-2026-50" });
    const venueId = await addVenue(database);
    const [one, other] = [await addRoom(database, venueId, "Sala 1"), await addRoom(database, venueId, "Sala 2")];
    const first = await planSession(database, "MJ-2026-50", { place: one });
    expect(first).toMatchObject({ status: "saved" });
    const session = await findSession(database.read, workshopId, (first as { number: number }).number);
    expect(session).toMatchObject({ zone: "America/Matamoros", venueId, roomId: one });
    expect(session && placeText(session, "ja")).toBe("ヌエボラレド税関 · Sala 1");
    expect(await planSession(database, "MJ-2026-50", { place: other })).toMatchObject({ status: "saved" });
    expect(await planSession(database, "MJ-2026-50", { place: one })).toMatchObject({ because: "clash" });
  });

  test("are refused where they are not there, or where another clock was chosen beside theirs", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-2026-50" });
    const venueId = await addVenue(database);
    expect(await planSession(database, "MJ-2026-50", { place: "none" })).toMatchObject({ because: "place.unknown" });
    expect(await planSession(database, "MJ-2026-50", { place: venueId, zone: "Asia/Tokyo" })).toMatchObject({
      because: "zone.another",
    });
    const elsewhere = await planSession(database, "MJ-2026-50", { zone: "America/Tijuana" });
    expect(elsewhere).toMatchObject({ status: "saved" });
  });

  test("are archived once, with their rooms apart, and come back", async () => {
    const database = await open();
    const venueId = await addVenue(database);
    const roomId = await addRoom(database, venueId, "Sala 1");
    const archive = (isArchived: boolean, room: Id<"room"> | null) =>
      database.transact((trx) => archivePlace(trx, { venueId, roomId: room, isArchived }, by));
    await archive(true, roomId);
    await archive(true, roomId);
    expect((await listPlaces(database.read))[0]).toMatchObject({ isArchived: false, rooms: [{ isArchived: true }] });
    await archive(true, id("room", "elsewhere"));
    await archive(true, null);
    await archive(false, roomId);
    expect((await listPlaces(database.read))[0]).toMatchObject({ isArchived: true, rooms: [{ isArchived: false }] });
    const { rows } = { rows: await database.read.selectFrom("auditPending").select("action").execute() };
    expect(rows.filter(({ action }) => action === "venue.archived")).toHaveLength(2);
  });
});
