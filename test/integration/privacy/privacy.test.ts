import { expect, test } from "vitest";
import { audit } from "#app/audit/commands.ts";
import * as myData from "#app/privacy/my-data.route.ts";
import * as privacy from "#app/privacy/privacy.route.tsx";
import { openSession } from "#app/sessions/commands.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop } from "#test/support/world.ts";

const path = "/es/me/privacy";
const phone =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";

async function official(database: Database) {
  const account = await addAccount(database, { grants: ["official"] });
  return { ...account, cookie: await cookieFor(database, account.accountId) };
}

const openElsewhere = (database: Database, accountId: Id<"account">) =>
  database.transact((trx) => openSession(trx, { accountId, device: phone, at: now() }));
const sessionsOf = (database: Database, accountId: Id<"account">) =>
  database.read.selectFrom("accountSession").select(["id", "device"]).where("accountId", "=", accountId).execute();
const post = (database: Database, form: Record<string, string>, cookie: string) =>
  knock(privacy.action, { database, path, form, cookie });

describeDatabases("open sessions", (open) => {
  test("are listed with their device, and this one is marked", async () => {
    const database = await open();
    const { accountId, cookie } = await official(database);
    await openElsewhere(database, accountId);
    const { data } = await knock(privacy.loader, { database, path, cookie });
    const seen = (data.sessions as { device: string; isThis: boolean }[]).map(({ device, isThis }) => [device, isThis]);
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["Chrome, Android", false],
        ["", true],
      ]),
    );
  });

  test("one is ended, or all others", async () => {
    const database = await open();
    const { accountId, cookie } = await official(database);
    for (let count = 0; count < 3; count++) await openElsewhere(database, accountId);
    const victim = (await sessionsOf(database, accountId)).find(({ device }) => device === phone);
    expect(await post(database, { part: "session", sessionId: victim?.id ?? "" }, cookie)).toMatchObject({
      status: 302,
      location: `${path}?done=session`,
    });
    expect(await sessionsOf(database, accountId)).toHaveLength(3);
    expect(await post(database, { part: "others" }, cookie)).toMatchObject({
      status: 302,
      location: `${path}?done=others`,
    });
    expect((await sessionsOf(database, accountId)).map(({ device }) => device)).toEqual([""]);
    // nothing was left to end: nothing happened
    await post(database, { part: "others" }, cookie);
    const entries = await (await sealed(database)).read
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "session.ended")
      .execute();
    expect(entries.map(({ details }) => details)).toEqual(['{"ended":1}', '{"ended":2}']);
  });

  test("somebody else's and a missing one look the same, and stay", async () => {
    const database = await open();
    const [me, other] = [await official(database), await official(database)];
    const [foreign] = await sessionsOf(database, other.accountId);
    expect((await post(database, { part: "session", sessionId: foreign?.id ?? "" }, me.cookie)).status).toBe(404);
    expect((await post(database, { part: "session", sessionId: newId() }, me.cookie)).status).toBe(404);
    expect(await sessionsOf(database, other.accountId)).toHaveLength(1);
    expect(await (await sealed(database)).read.selectFrom("audit").select("seq").execute()).toEqual([]);
  });
});

describeDatabases("my data as a file", (open) => {
  test("holds everything about me, nothing about others, and no secret", async () => {
    const database = await open();
    const [me, other] = [await official(database), await official(database)];
    const workshopId = await addWorkshop(database, { code: "MJ-2026-01" });
    for (const [ticket, { personId }] of [me, other].entries()) {
      const enrolmentId = await addEnrolment(database, {
        workshopId,
        personId,
        state: "confirmed",
        ticket: ticket + 1,
      });
      await addMark(database, workshopId, enrolmentId);
    }
    for (const { personId } of [me, other]) {
      await database.transact((trx) =>
        audit(trx, now(), { accountId: null, action: "person.changed", subjectId: personId }),
      );
    }
    const { status, data, headers } = await knock(myData.loader, {
      database,
      path: "/es/me/privacy/data.json",
      cookie: me.cookie,
    });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="puente-\d{4}-\d\d-\d\d\.json"$/);
    const file = JSON.parse(data);
    expect(file).toMatchObject({
      person: { id: me.personId, familyName: "Núñez" },
      account: { email: me.email },
      roles: [{ role: "official", programme: null, workshop: null, institution: null }],
      enrolments: [{ workshop: "MJ-2026-01", state: "confirmed" }],
      marks: [{ workshop: "MJ-2026-01", session: 1, status: "late" }],
      certificates: [],
      changes: [{ action: "person.changed" }],
    });
    expect(file.sessions).toHaveLength(1);
    expect(data).not.toContain(other.personId);
    expect(data).not.toContain(other.email);
    expect(data).not.toMatch(/scrypt|tokenHash|passwordHash/);
  });

  test("needs a session", async () => {
    const database = await open();
    expect((await knock(myData.loader, { database, path: "/es/me/privacy/data.json" })).status).toBe(302);
  });
});

async function addMark(database: Database, workshopId: Id<"workshop">, enrolmentId: Id<"enrolment">) {
  const { id: sessionId } = await database.read
    .selectFrom("session")
    .select("id")
    .where("workshopId", "=", workshopId)
    .orderBy("number")
    .executeTakeFirstOrThrow();
  await database.transact((trx) =>
    trx
      .insertInto("mark")
      .values({ sessionId, enrolmentId, status: "late", lateMinutes: 10, recordedHow: "sheet", recordedAt: now() })
      .execute(),
  );
}
