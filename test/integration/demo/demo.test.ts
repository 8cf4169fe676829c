import { sql } from "kysely";
import { expect, test } from "vitest";
import { findChainFault, findPosition } from "#app/audit/queries.ts";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { seedDemo, seededAccounts, seededPassword } from "#app/demo/demo.ts";
import { findObstacle } from "#app/demo/seed.ts";
import { isPassword } from "#app/sign-in/password/password.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";
import { describeDatabases } from "#test/support/databases.ts";

const appUrl = "http://localhost:3000";
const at = "2026-11-23T17:00:00.000Z" as const;

const tables = [
  "institution",
  "institutionName",
  "programme",
  "programmeText",
  "programmeParty",
  "programmeSignatory",
  "programmeSignatoryText",
  "theme",
  "themeText",
  "person",
  "account",
  "credential",
  "roleGrant",
  "workshop",
  "workshopText",
  "workshopLanguage",
  "workshopTheme",
  "session",
  "sessionText",
  "enrolment",
  "enrolmentEvent",
  "toldPlan",
  "told",
  "mark",
  "markCorrection",
  "certificate",
  "setting",
] as const satisfies (keyof Schema)[];

/** Every row as text, in an order of its own; without what is drawn anew each time. */
async function textOf({ read }: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const table of tables) {
    const rows: object[] = await read.selectFrom(table).selectAll().execute();
    for (const row of rows) lines.push(`${table} ${JSON.stringify({ ...row, ...drawn(table) })}`);
  }
  return lines.sort();
}
const drawn = (table: (typeof tables)[number]): object => {
  if (table === "certificate") return { id: null, number: null, replacesId: null, data: null, dataSha256: null };
  // some of them come of what the coordinator does for others
  if (table === "enrolment") return { id: null };
  return table === "enrolmentEvent" ? { id: null, enrolmentId: null, actId: null } : { secret: null };
};

const demo = (database: Database) => seedDemo(database, { at, appUrl });

describeDatabases("the demo", (open) => {
  test("leaves every entry of the audit in its chain", async () => {
    const database = await open();
    await demo(database);
    const certificates = await database.read.selectFrom("certificate").select("id").execute();
    const { sealedSeq } = await findPosition(database.read);
    expect(sealedSeq).toBeGreaterThan(0);
    expect(certificates.length).toBeGreaterThan(0);
    expect(await database.read.selectFrom("auditPending").select("id").execute()).toEqual([]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test("is filled in once by processes that start at the same moment", async () => {
    const atOnce = await open((database) => Promise.all([demo(database), demo(database), demo(database)]));
    expect(await textOf(atOnce)).toHaveLength((await textOf(await open(demo))).length);
  });

  test.each(["2028-02-29T23:59:30.000Z", "2027-03-14T00:00:30.000Z"] as const)(
    "has a session today where a workshop is running: %s",
    async (when) => {
      const { read } = await open((database) => seedDemo(database, { at: when, appUrl }));
      const workshop = await read
        .selectFrom("workshop")
        .select(["id", "zone"])
        .where("state", "=", "running")
        .executeTakeFirstOrThrow();
      const sessions = await read
        .selectFrom("session")
        .select("startsLocal")
        .where("workshopId", "=", workshop.id)
        .execute();
      expect(sessions.map(({ startsLocal }) => startsLocal.slice(0, 10))).toContain(localDate(when, workshop.zone));
    },
  );

  test("counts seats, reserves and tickets as its enrolments say", async () => {
    const { read } = await open(demo);
    const { rows } = await sql<object>`
      select code from workshop where
        seats_taken <> (select count(*) from enrolment e
          where e.workshop_id = workshop.id and e.state in ('confirmed', 'completed', 'notCompleted'))
        or reserve_count <> (select count(*) from enrolment e where e.workshop_id = workshop.id and e.state = 'reserve')
        or last_ticket <> (select coalesce(max(abs(e.ticket)), 0) from enrolment e
          where e.workshop_id = workshop.id)`.execute(read);
    expect(rows).toEqual([]);
  });

  test("ends each enrolment's history in its state", async () => {
    const { read } = await open(demo);
    const ends = sql`select to_state from enrolment_event v where v.enrolment_id = enrolment.id
      order by at desc, id desc limit 1`;
    const { rows } = await sql<object>`select id from enrolment where state <> (${ends})`.execute(read);
    expect(rows).toEqual([]);
  });

  test("is written in three languages, but for the draft that shows what is missing", async () => {
    const { read } = await open(demo);
    const texts = await read
      .selectFrom("workshopText")
      .innerJoin("workshop", "id", "workshopId")
      .selectAll("workshopText")
      .select(["code", "state"])
      .execute();
    const titles = await read
      .selectFrom("sessionText")
      .innerJoin("session", "session.id", "sessionId")
      .innerJoin("workshop", "workshop.id", "workshopId")
      .select(["state", "title"])
      .execute();
    const gaps = texts.filter(
      ({ title, summary, venue, requirements }) => ![title, summary, venue, requirements].every(Boolean),
    );
    expect(gaps.map(({ state, locale }) => `${state} ${locale}`).sort()).toEqual(["draft en", "draft ja"]);
    expect(titles.filter(({ state, title }) => title === "" && state !== "draft")).toEqual([]);
    expect(titles.filter(({ state, title }) => title === "" && state === "draft").length).toBeGreaterThan(0);
  });

  test("has certified four officials of Japan Customs in 2017, under the names of 2017", async () => {
    const { read } = await open(demo);
    const certificates = await read
      .selectFrom("certificate")
      .innerJoin("workshop", "workshop.id", "certificate.workshopId")
      .select(["certificate.status", "certificate.data", "workshop.seatsTaken"])
      .where("workshop.code", "=", "MJ-2017-01")
      .execute();
    expect(certificates.map(({ status }) => status)).toEqual(["valid", "valid", "valid", "valid"]);
    for (const { data } of certificates) {
      const { issuedOn, institution, parties, verifyUrl, number } = JSON.parse(data) as CertificateData;
      expect(issuedOn).toBe("2017-09-14");
      expect(institution.ja).toBe("財務省関税局・税関");
      expect(parties[0]?.name.es).toBe("Administración General de Aduanas, Servicio de Administración Tributaria");
      expect(verifyUrl).toBe(`${appUrl}/v/${number}`);
    }
  });

  test("leaves a completed workshop whose certificates are still to be issued, with every obstacle in it", async () => {
    const { read } = await open(demo);
    const people = await read
      .selectFrom("enrolment")
      .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
      .innerJoin("person", "person.id", "enrolment.personId")
      .select(["enrolment.state", "person.nameConfirmedAt"])
      .where("workshop.state", "=", "completed")
      .where("workshop.id", "not in", read.selectFrom("certificate").select("workshopId"))
      .execute();
    expect(people.filter(({ state, nameConfirmedAt }) => state === "completed" && nameConfirmedAt)).toHaveLength(7);
    expect(people.filter(({ state, nameConfirmedAt }) => state === "completed" && !nameConfirmedAt)).toHaveLength(1);
    expect(people.filter(({ state }) => state === "notCompleted")).toHaveLength(2);
  });

  test("shows the officials of both countries everything that can become of them", async () => {
    const { read } = await open(demo);
    const rows = await read
      .selectFrom("account")
      .innerJoin("enrolment", "enrolment.personId", "account.personId")
      .leftJoin("certificate", "certificate.enrolmentId", "enrolment.id")
      .select(["account.email", "enrolment.state", "certificate.status"])
      .where("email", "in", ["official-mx@demo.example", "official-jp@demo.example"])
      .execute();
    for (const country of ["mx", "jp"]) {
      const own = rows.filter(({ email }) => email === `official-${country}@demo.example`);
      expect(own.map(({ state }) => state)).toEqual(expect.arrayContaining(["completed", "confirmed", "reserve"]));
      expect(own.some(({ status }) => status === "valid")).toBe(true);
    }
  });

  test("gives its accounts their roles in their places, and one password", async () => {
    const { read } = await open(demo);
    const accounts = await read
      .selectFrom("account")
      .innerJoin("credential", "credential.accountId", "account.id")
      .innerJoin("roleGrant", "roleGrant.accountId", "account.id")
      .leftJoin("workshop", "workshop.id", "roleGrant.workshopId")
      .select(({ ref }) => ref("email").$notNull().as("email"))
      .select(["credential.secret", "role", "roleGrant.programmeId", "workshop.state"])
      .execute();
    const roles = new Map(accounts.map(({ email, role }) => [email, role]));
    expect([...roles].map(([email, role]) => ({ email, role })).sort((a, b) => a.email.localeCompare(b.email))).toEqual(
      seededAccounts.toSorted((a, b) => a.email.localeCompare(b.email)),
    );
    expect(
      new Set(accounts.flatMap(({ role, programmeId }) => (role === "coordinator" ? [programmeId] : []))).size,
    ).toBe(2);
    expect(accounts.flatMap(({ role, state }) => (role === "instructor" ? [state] : []))).toContain("running");
    expect(await isPassword(seededPassword, accounts[0]?.secret ?? null)).toBe(true);
  });

  test("names nobody of the press release, and writes to no real address", async () => {
    const database = await open(demo);
    const text = (await textOf(database)).join("\n");
    expect(text).not.toMatch(/yamada|akira|ricardo|trevi[nñ]o|山田|アキラ|トレビ/i);
    const addresses = await database.read
      .selectFrom("account")
      .select("email")
      .where("email", "not like", "%@demo.example")
      .execute();
    expect(addresses).toEqual([]);
  });

  test("is the same for the same instant", async () => {
    const again = await open();
    await demo(again);
    expect(await textOf(again)).toEqual(await textOf(await open(demo)));
  });

  test("comes into an empty database only", async () => {
    const database = await open();
    expect(await findObstacle(database)).toBeNull();
    await demo(database);
    expect(await findObstacle(database)).toContain("not empty");
  });

  test("stays out of a database that was begun in earnest", async () => {
    const database = await open();
    await database.transact((trx) => trx.insertInto("setting").values({ name: "demo", value: "off" }).execute());
    expect(await findObstacle(database)).toContain("not a demo");
  });
});
