import { expect, test } from "vitest";
import { deriveInstants } from "#app/timetable/instants/instants.commands.ts";
import { derivedSpan } from "#app/timetable/instants/instants.rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop } from "#test/support/world.ts";

const by = { accountId: null, at: "2026-10-01T12:00:00.000Z" } as const;

describeDatabases("instants derived anew", (open) => {
  test("find a planted wrong one, write it only when asked to, record it, and find nothing more", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    await addWorkshop(database, { code: "MJ-2" });
    const right = await listSessionsOf(database.read, [workshopId]);
    // as if Mexico City had kept daylight saving time
    const wrong = { startsAt: "2026-11-23T14:00:00.000Z", endsAt: "2026-11-23T16:00:00.000Z" } as const;
    await database.transact(async (trx) => {
      await trx.updateTable("session").set(wrong).where("id", "=", right[0]!.id).execute();
      await trx.updateTable("workshop").set({ beginsAt: wrong.startsAt }).where("id", "=", workshopId).execute();
    });

    const looked = await deriveInstants(database, { writes: false, by });
    expect(looked).toMatchObject([
      { code: "MJ-1", session: { number: 1, ...wrong }, derived: { status: "moves", startsAt: right[0]!.startsAt } },
    ]);
    expect((await listSessionsOf(database.read, [workshopId]))[0]).toMatchObject(wrong);

    expect(await deriveInstants(database, { writes: true, by })).toHaveLength(1);
    expect(await listSessionsOf(database.read, [workshopId])).toEqual(right);
    const { beginsAt } = await database.read
      .selectFrom("workshop")
      .select("beginsAt")
      .where("id", "=", workshopId)
      .executeTakeFirstOrThrow();
    expect(beginsAt).toBe(right[0]!.startsAt);
    const recorded = await database.read.selectFrom("auditPending").select(["action", "details"]).execute();
    expect(recorded.map(({ action, details }) => [action, JSON.parse(details).because])).toEqual([
      ["session.changed", "zoneRules"],
    ]);
    expect(await deriveInstants(database, { writes: true, by })).toEqual([]);
  });

  test("leave what no clock shows as it is, and say so each time", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const [first] = await listSessionsOf(database.read, [workshopId]);
    // in a zone in which this hour is skipped that night
    const skipped = {
      startsLocal: "2026-03-08T02:30",
      endsLocal: "2026-03-08T03:30",
      zone: "America/Tijuana",
    } as const;
    await database.transact((trx) => trx.updateTable("session").set(skipped).where("id", "=", first!.id).execute());
    for (const _ of ["once", "again"])
      expect(await deriveInstants(database, { writes: true, by })).toMatchObject([{ derived: { status: "lost" } }]);
    expect(await database.read.selectFrom("auditPending").selectAll().execute()).toEqual([]);
  });
});

test("of an hour that comes twice, the one that was chosen or that it is in counts", () => {
  const times = { startsLocal: "2026-11-01T01:30", endsLocal: "2026-11-01T04:00", zone: "America/Tijuana" } as const;
  const [first, second] = ["2026-11-01T08:30:00.000Z", "2026-11-01T09:30:00.000Z"] as const;
  const endsAt = "2026-11-01T12:00:00.000Z";
  expect(derivedSpan({ ...times, startsAt: second, endsAt }).status).toBe("stands");
  expect(derivedSpan({ ...times, startsAt: second, endsAt, startsHour: "first" })).toMatchObject({ startsAt: first });
  expect(derivedSpan({ ...times, startsAt: "2026-11-01T07:30:00.000Z", endsAt })).toMatchObject({ startsAt: first });
});
