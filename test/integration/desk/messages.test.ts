import { expect, test } from "vitest";
import { action, loader } from "#app/desk/messages/messages.route.tsx";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

const failedAt = "2026-11-23T12:00:00.000Z" as const;

async function castFailures(database: Database) {
  const [own, other] = [
    await addWorkshop(database, { code: "OWN-1" }),
    await addWorkshop(database, { code: "OTHER-1" }),
  ];
  const programmeId = await programmeOf(database, own);
  const { accountId } = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  const job = {
    event: "enrolment.confirmed",
    reaction: "letter",
    payload: "{}",
    createdAt: failedAt,
    dueAt: failedAt,
    failedAt,
    attempts: 8,
  };
  const [mine, theirs] = [newId<"outbox">(), newId<"outbox">()];
  const rows = [
    { id: mine, workshopId: own, ...job },
    { id: theirs, workshopId: other, ...job },
  ];
  await database.transact((trx) => trx.insertInto("outbox").values(rows).execute());
  return { mine, theirs, cookie: await cookieFor(database, accountId) };
}

const stateOf = (database: Database, id: Id<"outbox">) =>
  database.read.selectFrom("outbox").select(["failedAt", "attempts"]).where("id", "=", id).executeTakeFirstOrThrow();

const retries = async (database: Database) =>
  (
    await (
      await sealed(database)
    ).read
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "message.retried")
      .execute()
  ).map(({ details }) => details);

const path = (code: string) => `/es/desk/workshops/${code}/messages`;

describeDatabases("a message that failed", (open) => {
  test("goes back in the queue as if it were new, and the audit says so", async () => {
    const database = await open();
    const { mine, cookie } = await castFailures(database);
    expect((await knock(loader, { database, path: path("OWN-1"), cookie })).data.failed).toHaveLength(1);
    const { status, location } = await knock(action, { database, path: path("OWN-1"), form: { job: mine }, cookie });
    expect([status, location]).toEqual([302, expect.stringContaining(path("OWN-1"))]);
    expect(await stateOf(database, mine)).toEqual({ failedAt: null, attempts: 0 });
    expect((await knock(loader, { database, path: path("OWN-1"), cookie })).data.failed).toEqual([]);
    expect(await retries(database)).toEqual([JSON.stringify({ job: mine })]);
  });

  test("of another workshop stays, however it is asked for", async () => {
    const database = await open();
    const { theirs, cookie } = await castFailures(database);
    expect((await knock(action, { database, path: path("OTHER-1"), form: { job: theirs }, cookie })).status).toBe(404);
    expect((await knock(action, { database, path: path("OWN-1"), form: { job: theirs }, cookie })).status).toBe(404);
    expect(await stateOf(database, theirs)).toEqual({ failedAt, attempts: 8 });
    expect(await retries(database)).toEqual([]);
  });

  test("is not sent a second time by a second click", async () => {
    const database = await open();
    const { mine, cookie } = await castFailures(database);
    const click = () => knock(action, { database, path: path("OWN-1"), form: { job: mine }, cookie });
    expect([(await click()).status, (await click()).status]).toEqual([302, 302]);
    expect(await retries(database)).toHaveLength(1);
  });
});
