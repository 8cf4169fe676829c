import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import * as overview from "#app/nominations/application/own/application.route.tsx";
import * as check from "#app/nominations/application/own/check.route.tsx";
import * as section from "#app/nominations/application/own/section.route.tsx";
import * as unseal from "#app/nominations/sealed/desk/sealed-answers.route.tsx";
import { endSealed } from "#app/nominations/sealed/ending/ending.jobs.ts";
import { findOpened, listReadings } from "#app/nominations/sealed/queries.ts";
import { renewSealed } from "#app/nominations/sealed/renewal.jobs.ts";
import { backUp } from "#app/operations/backup.ts";
import { loader as myData } from "#app/privacy/my-data.route.ts";
import { readKeys } from "#app/settings/answer-keys.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { answerKeys } from "#test/support/answer-keys.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed as sealedAudit } from "#test/support/sealed.ts";
import { addressOf, sitePlaces } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment } from "#test/support/world.ts";
import { code } from "./calling.ts";
import { path, sealedAnswers, sealedWorld, secrets } from "./sealing.ts";

/** Everything that a database holds, as one text. */
async function wholeText({ read }: Database): Promise<string> {
  const parts: string[] = [];
  for (const { name } of await read.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(read);
    for (const row of rows)
      for (const value of Object.values(row))
        parts.push(value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value));
  }
  return parts.join("\n");
}

const told = (text: string) => secrets.filter((secret) => text.includes(secret));

describeDatabases("sensitive answers", (open) => {
  async function setUp(isSeated = false) {
    const database = await open();
    const world = await sealedWorld(database, { isSeated });
    const look = (loader: Parameters<typeof knock>[0], address: string, cookie: string) =>
      knock(loader, { database, path: address, cookie });
    const show = (part: string, cookie = world.cookies.coordinator) =>
      knock(unseal.action, { database, path: world.desk, form: { section: part }, cookie });
    return { database, ...world, look, show };
  }

  test("stand nowhere in the database in the open, and do not open without their key or in another row", async () => {
    const { database, application } = await setUp();
    const text = await wholeText(database);
    expect(told(text)).toEqual([]);
    // the search itself finds what is kept openly
    expect(text).toContain("Dirección de Valoración Aduanera");
    const opened = async (keys = answerKeys) => (await findOpened(database.read, application.id, keys)).answers;
    expect(await opened()).toMatchObject({ ...sealedAnswers.needs, ...sealedAnswers.emergency });
    expect(await opened({ texts: ["another key".repeat(4)] })).toEqual({});
    // what was sealed for one section does not open as the other
    const [needs, emergency] = ["needs", "emergency"];
    const rows = await database.read.selectFrom("sealedAnswer").selectAll().orderBy("section").execute();
    expect(rows.map((row) => row.section)).toEqual([emergency, needs]);
    await database.transact((trx) =>
      trx.updateTable("sealedAnswer").set({ sealed: rows[0]?.sealed }).where("section", "=", needs).execute(),
    );
    expect(await opened()).not.toHaveProperty("access");
  });

  test("are their nominee's to read and to change, in drafts too, and come back after a call-back", async () => {
    const { database, look, ana } = await setUp();
    const page = (await look(check.loader, `${path}/check`, ana.cookie)).data;
    expect(told(JSON.stringify(page))).toEqual([...secrets]);
    expect(page.sections[6]).toMatchObject({ key: "needs", until: expect.stringContaining("2027"), erasedOn: null });
    const press = (form: Record<string, string>) =>
      knock(overview.action, { database, path, form, cookie: ana.cookie });
    expect((await press({ part: "callBack" })).location).toBe(`${path}?done=calledBack`);
    const draft = (await look(section.loader, `${path}/sections/emergency`, ana.cookie)).data;
    expect(draft.stored["answer.contactName"]).toBe(secrets[2]);
    expect(draft.until).toContain("2027");
    expect(told(await wholeText(database))).toEqual([]);
  });

  test("are shown to nobody else on any page, whoever they are, unless a coordinator presses for it", {
    timeout: 120_000,
  }, async () => {
    const { database, ana, nomination, cookies } = await setUp(true);
    const others = { ...cookies, manager: "", admin: "", elsewhere: "", colleague: "" };
    for (const [name, grant] of [
      ["manager", "manager"],
      ["admin", "administrator"],
      ["colleague", "official"],
    ] as const)
      others[name] = await cookieFor(database, (await addAccount(database, { grants: [{ role: grant }] })).accountId);
    const params = { l: "es", code, nomination: nomination.id, person: ana.personId, section: "emergency", n: "1" };
    let pages = 0;
    for (const { path: pattern, loader } of await sitePlaces()) {
      if (!loader) continue;
      for (const [name, cookie] of Object.entries(others)) {
        const answer = await knock(loader, { database, path: addressOf(pattern, params), cookie });
        expect(told(JSON.stringify(answer.data ?? "")), `${name} at ${pattern}`).toEqual([]);
        if (answer.status === 200) pages += 1;
      }
    }
    expect(pages).toBeGreaterThan(100);
    expect(told(await wholeText(await sealedAudit(database)))).toEqual([]);
  });

  test("open by a coordinator's press once the nominee has a seat; each reading is on record", async () => {
    const { database, ana, nomination, application, desk, workshopId, look, show, coordinator, cookies } =
      await setUp();
    expect((await look(unseal.loader, desk, cookies.coordinator)).data).toMatchObject({ isOpen: false });
    expect(await show("emergency")).toMatchObject({
      status: 409,
      data: { errors: { "": "applications:sealed.waits" } },
    });
    await addEnrolment(database, { workshopId, personId: ana.personId, state: "reserve" });
    expect((await show("emergency")).status).toBe(409);
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "confirmed" }).where("personId", "=", ana.personId).execute(),
    );
    const { status, data } = await show("emergency");
    expect([status, told(JSON.stringify(data))]).toEqual([200, [secrets[2], secrets[3]]]);
    expect(await listReadings(database.read, application.id)).toMatchObject([{ section: "emergency" }]);
    const entries = await (await sealedAudit(database)).read
      .selectFrom("audit")
      .select(["accountId", "subjectId", "details"])
      .where("action", "=", "application.sealedRead")
      .execute();
    expect(entries).toMatchObject([{ accountId: coordinator.accountId, subjectId: nomination.id }]);
    expect(entries[0]?.details).toBe('{"section":"emergency"}');
    // she sees who it was; neither her focal point, nor a reviewer, nor an administrator can do the same
    expect((await look(overview.loader, path, ana.cookie)).data.readings).toHaveLength(1);
    const admin = await addAccount(database, { grants: ["administrator"] });
    const manager = await addAccount(database, { grants: ["manager"] });
    const elsewhere = await addAccount(database, {
      grants: [{ role: "coordinator", programmeId: await addOtherProgramme(database) }],
    });
    for (const accountId of [admin.accountId, manager.accountId])
      expect((await show("emergency", await cookieFor(database, accountId))).status).toBe(403);
    for (const cookie of [cookies.hector, cookies.makoto, ana.cookie])
      expect((await show("emergency", cookie)).status).toBe(403);
    expect((await show("emergency", await cookieFor(database, elsewhere.accountId))).status).toBe(404);
    expect((await show("post")).status).toBe(404);
    expect(await listReadings(database.read, application.id)).toHaveLength(1);
  });

  test("are in the person's own data, and in nobody else's", async () => {
    const { ana, look, cookies } = await setUp();
    const own = JSON.stringify((await look(myData, "/es/me/data.json", ana.cookie)).data);
    expect(told(own)).toEqual([...secrets]);
    expect(told(JSON.stringify((await look(myData, "/es/me/data.json", cookies.coordinator)).data))).toEqual([]);
  });

  test("are erased thirty days after the workshop, in the host's zone, and say so", async () => {
    const { database, ana, application, look, show } = await setUp(true);
    const kept = async () => Object.keys((await findOpened(database.read, application.id, answerKeys)).answers).length;
    await endSealed(database, "2027-07-25T05:59:00.000Z");
    expect(await kept()).toBeGreaterThan(0);
    await endSealed(database, "2027-07-25T06:01:00.000Z");
    expect(await kept()).toBe(0);
    const { read } = await sealedAudit(database);
    const erased = read.selectFrom("audit").select("details").where("action", "=", "application.sealedErased");
    expect(await erased.execute()).toEqual([{ details: '{"count":2}' }]);
    await endSealed(database, "2027-07-26T06:01:00.000Z");
    expect(await (await sealedAudit(database)).read.selectFrom("auditPending").select("id").execute()).toEqual([]);
    const page = (await look(check.loader, `${path}/check`, ana.cookie)).data;
    expect(page.sections[6].erasedOn).toContain("2027");
    expect((await show("needs")).data.errors).toEqual({ "": "applications:sealed.refused.erased" });
  });

  test("of somebody who was not selected go thirty days after that", async () => {
    const { database, nomination, application } = await setUp();
    const end = { nominationId: nomination.id, fromState: "endorsed", toState: "notSelected", who: "host" } as const;
    await database.transact(async (trx) => {
      await trx.updateTable("nomination").set({ state: "notSelected" }).where("id", "=", nomination.id).execute();
      await trx
        .insertInto("nominationEvent")
        .values({ id: newId(), ...end, at: "2027-03-20T12:00:00.000Z" })
        .execute();
    });
    const kept = async () => Object.keys((await findOpened(database.read, application.id, answerKeys)).answers).length;
    await endSealed(database, "2027-04-19T11:00:00.000Z");
    expect(await kept()).toBeGreaterThan(0);
    await endSealed(database, "2027-04-19T13:00:00.000Z");
    expect(await kept()).toBe(0);
  });

  test("are sealed anew by another key, and what no key opens is counted and left", async () => {
    const { database, application } = await setUp();
    const renewed = { texts: ["n".repeat(40), ...readKeys(answerKeys)] };
    const before = await database.read.selectFrom("sealedAnswer").select("keyId").execute();
    expect(await renewSealed(database, renewed)).toEqual({ renewed: 2, lost: 0 });
    const after = await database.read.selectFrom("sealedAnswer").select("keyId").execute();
    expect(after[0]?.keyId).not.toBe(before[0]?.keyId);
    const alone = { texts: ["n".repeat(40)] };
    expect((await findOpened(database.read, application.id, alone)).answers).toMatchObject(sealedAnswers.emergency);
    expect(await renewSealed(database, renewed)).toEqual({ renewed: 0, lost: 0 });
    expect(await renewSealed(database, answerKeys)).toEqual({ renewed: 0, lost: 2 });
    expect((await findOpened(database.read, application.id, alone)).answers).toMatchObject(sealedAnswers.needs);
  });
});

async function addOtherProgramme(database: Database) {
  const id = newId<"programme">();
  const days = { startsOn: "2026-12-01", endsOn: "2026-12-05", createdAt: "2026-11-20T12:00:00.000Z" } as const;
  await database.transact((trx) =>
    trx
      .insertInto("programme")
      .values({ id, code: "ZZ", ...days })
      .execute(),
  );
  return id;
}

test("a backup of the database holds nothing of them either", async () => {
  const url = `${inject("sqliteFolder")}/${newId()}.sqlite`;
  const folder = mkdtempSync(join(tmpdir(), "puente-sealed-"));
  const database = openDatabase(url);
  try {
    await migrateToLatest(database);
    await sealedWorld(database, { isSeated: true });
    const file = join(folder, "copy.sqlite");
    await backUp(url, file);
    const bytes = readFileSync(file);
    for (const one of [url, `${url}-wal`]
      .filter(existsSync)
      .map((name) => readFileSync(name))
      .concat(bytes))
      expect(secrets.filter((secret) => one.includes(secret))).toEqual([]);
    expect(bytes.includes("Valoraci")).toBe(true);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
});
