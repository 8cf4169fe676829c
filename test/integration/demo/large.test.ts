import { sql } from "kysely";
import { expect, test } from "vitest";
import { reaches } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { seedLarge } from "#app/demo/large/large.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T17:00:00.000Z" as const;

async function count({ read }: Database, table: "person" | "workshop" | "enrolment" | "mark"): Promise<number> {
  const { rows } = await read
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return rows;
}

const twentieth = (database: Database) => seedLarge(database, { at, scale: 0.05 });

describeDatabases("a twentieth of the large data", (open) => {
  test("has as many rows as it promises", async () => {
    const database = await open(twentieth);
    expect(await count(database, "person")).toBe(1_000 + 8);
    expect(await count(database, "workshop")).toBe(50);
    expect(await count(database, "enrolment")).toBe(2_000);
    expect(await count(database, "mark")).toBe(20_000);
  });

  test("counts seats, reserves and tickets as its enrolments say, and lets nobody overtake", async () => {
    const { read } = await open(twentieth);
    const { rows } = await sql<object>`
      select code from workshop where
        seats_taken <> (select count(*) from enrolment e
          where e.workshop_id = workshop.id and e.state in ('confirmed', 'completed', 'notCompleted'))
        or reserve_count <> (select count(*) from enrolment e where e.workshop_id = workshop.id and e.state = 'reserve')
        or last_ticket <> (select coalesce(max(ticket), 0) from enrolment e where e.workshop_id = workshop.id)
        or exists (select 1 from enrolment r join enrolment s on s.workshop_id = r.workshop_id and s.ticket > r.ticket
          where r.workshop_id = workshop.id and r.state = 'reserve' and s.state = 'confirmed')`.execute(read);
    expect(rows).toEqual([]);
  });

  test("has those complete a workshop who were there often enough", async () => {
    const { read } = await open(twentieth);
    const workshop = await read
      .selectFrom("workshop")
      .select(["id", "minimumAttendance"])
      .where("state", "=", "completed")
      .orderBy("code")
      .executeTakeFirstOrThrow();
    const enrolments = await read
      .selectFrom("enrolment")
      .select(["id", "state"])
      .where("workshopId", "=", workshop.id)
      .execute();
    const countsOf = await countMarksByEnrolment(read, workshop.id);
    for (const { id, state } of enrolments)
      expect(state === "completed").toBe(reaches(countsOf(id), workshop.minimumAttendance));
    expect(new Set(enrolments.map(({ state }) => state))).toEqual(new Set(["completed", "notCompleted"]));
  });

  test("is the same for the same instant", async () => {
    const enrolments = async ({ read }: Database) => read.selectFrom("enrolment").selectAll().orderBy("id").execute();
    const again = await open();
    await twentieth(again);
    expect(await enrolments(again)).toEqual(await enrolments(await open(twentieth)));
  });
});
