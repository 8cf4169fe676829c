import { expect, test } from "vitest";
import { disableAccount, enableAccount } from "#app/accounts/commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { reactions } from "#app/reactions.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;

/** One seat, and two who wait for it. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1 });
  const people = [];
  for (let i = 0; i < 3; i++) people.push(await addAccount(database, { grants: ["official"], passwordHash: null }));
  for (const person of people)
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at }));
  const [seated, first, second] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const stateOf = async ({ personId }: { personId: string }) =>
    (await database.read.selectFrom("enrolment").select(["personId", "state"]).execute()).find(
      (row) => row.personId === personId,
    )?.state;
  const leave = (person: typeof seated) =>
    database.transact((trx) => withdraw(trx, { ...person, workshopId }, { ...person, at }));
  return { seated, first, second, stateOf, leave };
}

const nobody = { accountId: null, at };
const run = (database: Database) => runDueJobs({ ...jobContext(database, at), reactions });

describeDatabases("whoever cannot sign in", (open) => {
  test("is passed over by a free seat, keeps the rank, and gets the next one that is free on coming back", async () => {
    const database = await open();
    const { seated, first, second, stateOf, leave } = await setUp(database);
    await database.transact((trx) => disableAccount(trx, first.accountId, nobody));
    await leave(seated);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["reserve", "confirmed"]);
    await leave(second);
    expect(await stateOf(first)).toBe("reserve");
    await database.transact((trx) => enableAccount(trx, first.accountId, nobody));
    await run(database);
    expect(await stateOf(first)).toBe("confirmed");
    expect(await database.read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).execute()).toEqual([
      { seatsTaken: 1, reserveCount: 0 },
    ]);
  });

  test("gets no letter: the desk reads why", async () => {
    const database = await open();
    const { seated } = await setUp(database);
    await database.transact((trx) => disableAccount(trx, seated.accountId, nobody));
    await run(database);
    const failed = await database.read
      .selectFrom("outbox")
      .select("lastError")
      .where("failedAt", "is not", null)
      .execute();
    expect(failed).toEqual([{ lastError: "AccountDisabled" }]);
  });
});
