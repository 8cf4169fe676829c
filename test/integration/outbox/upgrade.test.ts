import { sql } from "kysely";
import { expect, test } from "vitest";
import { reactions } from "#app/reactions.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateTo, migrateToLatest } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { id } from "#test/support/ids.ts";
import { jobContext } from "#test/support/job-context.ts";
import { certificate } from "#test/unit/certificates/examples.ts";

/** The last of the version before. */
const former = "2026-11-23-themes";
const at = "2026-11-20T15:00:00.000Z" as const;

/** A row as it was in its time: frozen like the migration, whatever the tables have become since. */
type Row = Record<string, string | number | null>;

const day = { starts_on: "2026-11-23", ends_on: "2026-11-27" };
const person = { family_name: "López", given_name: "Ana", country: "MX", zone: "America/Mexico_City", locale: "en" };

/** One has a seat, one waits, and a third seat has just been added; another workshop has just been cancelled. */
const world: [table: string, rows: Row[]][] = [
  ["institution", [{ id: "aduanas", code: "ADUANAS", country: "MX", created_at: at }]],
  ["programme", [{ id: "mj", code: "MJ", ...day, created_at: at }]],
  [
    "workshop",
    [
      workshop("open", { seats_taken: 1, reserve_count: 1, last_ticket: 3 }),
      workshop("cancelled", { seats_taken: 1, last_ticket: 1 }),
    ],
  ],
  [
    "person",
    [
      { id: "ana", ...person, created_at: at },
      { id: "haruka", ...person, given_name: "Haruka", created_at: at },
      { id: "luis", ...person, given_name: "Luis", created_at: at },
    ],
  ],
  [
    "account",
    ["ana", "haruka", "luis"].map((id) => ({ id, person_id: id, email: `${id}@demo.example`, created_at: at })),
  ],
  [
    "enrolment",
    [
      enrolment("seated", { person_id: "ana", workshop_id: "open", state: "confirmed", ticket: 1 }),
      enrolment("waiting", { person_id: "haruka", workshop_id: "open", state: "reserve", ticket: 2 }),
      enrolment("left", { person_id: "luis", workshop_id: "open", state: "withdrawn", ticket: 3 }),
      enrolment("lost", { person_id: "luis", workshop_id: "cancelled", state: "confirmed", ticket: 1 }),
    ],
  ],
  [
    "certificate",
    [
      issued("ready", { enrolment_id: "seated", person_id: "ana" }),
      issued("new", { enrolment_id: "waiting", person_id: "haruka" }),
      issued("old", { enrolment_id: "left", person_id: "luis" }),
    ],
  ],
];

/** A job of each kind that there was, one of them done and one failed. */
const outbox: Row[] = [
  job("workshop.seatsAdded", { workshopId: "open" }),
  job("workshop.cancelled", { workshopId: "cancelled" }),
  job("enrolment.cancelled", { enrolmentId: "lost" }),
  job("enrolment.confirmed", { enrolmentId: "seated" }),
  job("enrolment.reserve", { enrolmentId: "waiting" }),
  job("enrolment.promoted", { enrolmentId: "seated" }),
  job("enrolment.withdrawn", { enrolmentId: "left" }),
  job("certificate.issued", { certificateId: "new", tells: "yes" }),
  job("certificate.issued", { certificateId: "old", tells: "no" }),
  job("certificate.ready", { certificateId: "ready" }),
  job("account.password", { accountId: "ana" }),
  job("account.invitation", { accountId: "haruka" }),
  { ...job("enrolment.confirmed", { enrolmentId: "seated" }), id: "done before", done_at: at },
  { ...job("certificate.issued", { certificateId: "old", tells: "no" }), id: "failed before", failed_at: at },
];

/** Has a test see a database with work that waited, once it is brought up to date. */
async function upgraded(url: string, see: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(url);
  await migrateTo(database, former);
  for (const [table, rows] of [...world, ["outbox", outbox] as const]) await insert(database, table, rows);
  await migrateToLatest(database);
  await see(database).finally(() => database.close());
}

const run = (database: Database) => runDueJobs({ ...jobContext(database, at), reactions });

describeDatabases("work that waits while its database is brought up to date", (_open, _fresh, bare) => {
  test("is done, and every message is there once", async () => {
    await upgraded(await bare(), async (database) => {
      await run(database);
      const left = await database.read
        .selectFrom("outbox")
        .select(["id", "event", "lastError"])
        .where("doneAt", "is", null)
        .where("id", "!=", id("outbox", "failed before"))
        .execute();
      expect(left).toEqual([]);
      expect(await run(database)).toBe(0);
      expect(await messages(database)).toEqual([
        "account.invitation haruka",
        "account.password ana",
        "certificate.ready ana",
        "certificate.ready haruka",
        "enrolment.cancelled luis",
        // once for the job that waited, once for the cancellation that had not been spread yet
        "enrolment.cancelled luis",
        "enrolment.confirmed ana",
        "enrolment.promoted ana",
        // who waited has the seat that was added
        "enrolment.promoted haruka",
        "enrolment.reserve haruka",
        "enrolment.withdrawn luis",
      ]);
    });
  });

  test("makes the documents of certificates, also of those of which nobody is told", async () => {
    await upgraded(await bare(), async (database) => {
      await run(database);
      const documents = await database.read
        .selectFrom("certificateDocument")
        .select("certificateId")
        .orderBy("certificateId")
        .execute();
      expect(documents).toEqual([{ certificateId: "new" }, { certificateId: "old" }]);
    });
  });

  test("and had failed is listed under what happened, without what only told whom to tell", async () => {
    await upgraded(await bare(), async (database) => {
      const failed = await database.read
        .selectFrom("outbox")
        .select(["event", "reaction", "payload", "failedAt"])
        .where("id", "=", id("outbox", "failed before"))
        .executeTakeFirst();
      expect(failed).toEqual({
        event: "certificate.recorded",
        reaction: "document",
        payload: JSON.stringify({ certificateId: "old" }),
        failedAt: at,
      });
    });
  });
});

async function messages(database: Database): Promise<string[]> {
  const mail = await database.read.selectFrom("mail").select(["kind", "personId"]).execute();
  return mail.map(({ kind, personId }) => `${kind} ${personId}`).sort();
}

function workshop(state: string, seats: Row): Row {
  const place = { mode: "onSite", zone: "America/Mexico_City", country: "MX", working_languages: "es" };
  const parents = { programme_id: "mj", host_institution_id: "aduanas" };
  const size = { capacity: 2, minimum_attendance: 80 };
  return {
    id: state,
    code: state,
    state,
    ...parents,
    ...place,
    ...day,
    ...size,
    ...seats,
    created_at: at,
    changed_at: at,
  };
}

function enrolment(id: string, values: Row): Row {
  return { id, ...values, requested_at: at, changed_at: at };
}

function issued(id: string, holder: Row): Row {
  const data = JSON.stringify({ ...certificate, number: id });
  const frozen = { number: id, data, data_sha256: "", status: "valid", status_at: at, issued_at: at };
  return { id, workshop_id: "open", ...holder, ...frozen };
}

function job(kind: string, payload: Record<string, string>): Row {
  const id = [kind, ...Object.values(payload)].join(" ");
  return { id, kind, payload: JSON.stringify(payload), created_at: at, due_at: at, done_at: null, failed_at: null };
}

async function insert(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  await database.transact(async (trx) => {
    for (const row of rows) {
      const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})`.execute(trx);
    }
  });
}
