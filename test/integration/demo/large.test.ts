import { sql } from "kysely";
import { expect, test } from "vitest";
import { reaches } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { findChainFault } from "#app/audit/queries.ts";
import { addHistory } from "#app/demo/large/history.ts";
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

  test("has a past of its own: a chain that holds, and letters that were sent", async () => {
    const database = await open(twentieth);
    await addHistory(database, at, { auditEntries: 1_000, letters: 300 });
    expect(await findChainFault(database.read)).toBeNull();
    const entries = await database.read
      .selectFrom("audit")
      .select(["at", "action", "subjectId"])
      .orderBy("seq")
      .execute();
    expect(entries).toHaveLength(1_000);
    expect(entries.map((entry) => entry.at)).toEqual(entries.map((entry) => entry.at).toSorted());
    expect(entries[0]!.at < "2022-01-01" && entries.at(-1)!.at < at).toBe(true);
    const letters = await database.read
      .selectFrom("mail")
      .innerJoin("outbox", "outbox.id", "mail.id")
      .select(["outbox.doneAt", "mail.sentAt", "outbox.personId", "mail.personId as readerId"])
      .execute();
    expect(letters).toHaveLength(300);
    for (const { doneAt, sentAt, personId, readerId } of letters)
      expect([doneAt, personId]).toEqual([sentAt, readerId]);
  });

  test("keeps a chain that shows what was changed in it", async () => {
    const database = await open(twentieth);
    await addHistory(database, at, { auditEntries: 50, letters: 0 });
    await database.transact((trx) => trx.updateTable("audit").set({ details: "{}" }).where("seq", "=", 10).execute());
    expect(await findChainFault(database.read)).toBe(10);
  });
});
