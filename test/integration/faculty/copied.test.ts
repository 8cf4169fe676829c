import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { proposeAgain } from "#app/faculty/staff/staff.commands.ts";
import { listRequestsOf, listStaff } from "#app/faculty/staff/staff.queries.ts";
import { copyWorkshop } from "#app/timetable/edition/edition.commands.ts";
import { editionParts } from "#app/timetable/edition/edition.rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { planOf } from "#test/support/plan-of.ts";
import { at, code, proposed } from "./teaching.ts";

/** The next edition, with whoever was in the sessions of this one. */
const copy = (database: Database) =>
  database.transact(async (trx) => {
    const edition = { code: "MJ-2027-09", startsOn: "2027-11-22", parts: editionParts, answers: new Map() } as const;
    const by = { accountId: null, at, reach: everywhere };
    const outcome = await copyWorkshop(trx, await planOf(trx, { code }), edition, by);
    return outcome.status === "saved" ? proposeAgain(trx, outcome.copies, by) : null;
  });

const staffOf = async ({ read }: Database, of: string) => {
  const { id } = (await findWorkshop(read, of, everywhere))!;
  const sessions = await listSessionsOf(read, [id]);
  const staff = await listStaff(
    read,
    sessions.map((session) => session.id),
  );
  const numberOf = new Map(sessions.map((session) => [session.id, session.number]));
  const rows = staff.map(({ sessionId, role, state }) => [numberOf.get(sessionId), role, state]);
  return { rows: rows.sort(), requests: (await listRequestsOf(read, id)).size };
};

describeDatabases("whoever teaches in the next edition", (open) => {
  test("is proposed for the same sessions, and asked of nothing that they have answered", async () => {
    const database = await open();
    const { facultyId } = await proposed(database);
    await database.transact((trx) =>
      trx.updateTable("sessionStaff").set({ state: "accepted" }).where("facultyId", "=", facultyId).execute(),
    );
    expect(await copy(database)).toBe(1);
    expect(await staffOf(database, "MJ-2027-09")).toEqual({
      rows: [
        [1, "instructor", "proposed"],
        [2, "instructor", "proposed"],
      ],
      requests: 0,
    });
    expect((await staffOf(database, code)).rows[0]).toEqual([1, "instructor", "accepted"]);
  });

  test.each([
    ["declined", (trx) => trx.updateTable("sessionStaff").set({ state: "declined" }).execute()],
    ["is in the archive", (trx) => trx.updateTable("faculty").set({ archivedAt: at }).execute()],
  ] as [string, Parameters<Database["transact"]>[0]][])("is left out who %s", async (_, change) => {
    const database = await open();
    await proposed(database);
    await database.transact(change);
    expect(await copy(database)).toBe(0);
    expect((await staffOf(database, "MJ-2027-09")).rows).toEqual([]);
  });
});
