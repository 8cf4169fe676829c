import fc from "fast-check";
import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { enrol } from "#app/enrolment/commands.ts";
import * as enrolment from "#app/enrolment/own/enrolment.route.tsx";
import { placement } from "#app/enrolment/rules.ts";
import { attempt, spend } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf } from "#app/limits/limits.ts";
import { countNext } from "#app/workshops/seats.commands.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { waitingStatements } from "#test/support/waiting-statements.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
const secret = "s".repeat(32);
const address = "192.0.2.1";

type Someone = { personId: Id<"person">; accountId: Id<"account"> };

/** What the page's action does: the attempt is counted, then the seat is taken. */
async function enrolFromOffice(database: Database, { personId, accountId }: Someone, workshopId: Id<"workshop">) {
  await attempt(database, attemptsOf(applicationLimits, { address, account: accountId }), at, secret);
  return database.transact((trx) => enrol(trx, { personId, workshopId }, { accountId, at }));
}

/** Work that has been done in a transaction, which is committed when it is told to be. */
async function leftOpen(database: Database, work: (trx: Writer) => Promise<unknown>) {
  const [worked, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const over = database.transact(async (trx) => {
    await work(trx);
    worked.resolve();
    await ending.promise;
  });
  await worked.promise;
  return async () => {
    ending.resolve();
    await over;
  };
}

const toWait = (database: Database, table: string) =>
  expect.poll(() => waitingStatements(database), { timeout: 4_000 }).toEqual([expect.stringContaining(`"${table}"`)]);

describePostgres("enrolments at the same moment", (open) => {
  const setUp = async () => {
    const database = await open();
    const [here, there] = [await addWorkshop(database, { code: "A" }), await addWorkshop(database, { code: "B" })];
    const [ana, haruka, eva] = [await addAccount(database), await addAccount(database), await addAccount(database)];
    return { database, here, there, ana, haruka, eva };
  };

  test("into two workshops wait for nothing of each other, from one address, before either is committed", async () => {
    const { database, here, there, ana, haruka } = await setUp();
    const by = { accountId: ana.accountId, at };
    const commit = await leftOpen(database, (trx) => enrol(trx, { personId: ana.personId, workshopId: here }, by));
    expect(await enrolFromOffice(database, haruka, there)).toEqual({ status: "confirmed" });
    await commit();
  });

  test("negative control: into the same workshop the second waits, for the workshop alone", async () => {
    const { database, here, ana, eva } = await setUp();
    const by = { accountId: ana.accountId, at };
    const commit = await leftOpen(database, (trx) => enrol(trx, { personId: ana.personId, workshopId: here }, by));
    const second = enrolFromOffice(database, eva, here);
    await toWait(database, "workshop");
    await commit();
    expect(await second).toEqual({ status: "confirmed" });
  });

  test("are counted without waiting, also for a count that is not committed", async () => {
    const { database, there, ana, haruka } = await setUp();
    const { lane } = database.dialect;
    const attempts = attemptsOf(applicationLimits, { address, account: ana.accountId });
    const commit = await leftOpen(database, (trx) => spend(trx, attempts, at, secret, lane));
    expect(await enrolFromOffice(database, haruka, there)).toEqual({ status: "confirmed" });
    await commit();
  });

  test("negative control: of two that are counted in one row, the second waits for it", async () => {
    const { database, ana, haruka } = await setUp();
    const attemptsBy = ({ accountId }: Someone) => attemptsOf(applicationLimits, { address, account: accountId });
    const commit = await leftOpen(database, (trx) => spend(trx, attemptsBy(ana), at, secret));
    const second = database.transact((trx) => spend(trx, attemptsBy(haruka), at, secret));
    await toWait(database, "rate_limit");
    await commit();
    expect(await second).toBeNull();
  });
});

/** A database that counts what is asked of it in transactions. */
function counting(database: Database): { database: Database; asked: string[] } {
  const asked: string[] = [];
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      asked.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const transact: Database["transact"] = (work) => database.transact((trx) => work(trx.withPlugin(plugin) as Writer));
  return { database: { ...database, transact }, asked };
}

describeDatabases("a seat", (open) => {
  test("is given by the statement that draws the ticket as the rule would give it, whatever the counters", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "A" });
    const count = fc.integer({ min: 0, max: 4 });
    const check = fc.asyncProperty(count, count, count, async (free, seatsTaken, reserveCount) => {
      const before = { capacity: Math.max(1, seatsTaken + free), seatsTaken, reserveCount };
      await database.transact(async (trx) => {
        await trx.updateTable("workshop").set(before).where("id", "=", workshopId).execute();
        const next = await countNext(trx, { workshopId });
        const isSeated = placement(before).status === "confirmed";
        expect(next?.workshop).toMatchObject(before);
        expect(next?.counted).toEqual({ seats: Number(isSeated), reserves: Number(!isSeated) });
        const after = await trx.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).executeTakeFirstOrThrow();
        expect(after.seatsTaken - seatsTaken).toBe(Number(isSeated));
        expect(after.reserveCount - reserveCount).toBe(Number(!isSeated));
      });
    });
    await fc.assert(check, { numRuns: 60 });
  });

  test("is taken by seven statements within the transaction", async () => {
    const { database, asked } = counting(await open());
    await addWorkshop(database, { code: "A", startsOn: "2199-01-01", endsOn: "2199-01-05" });
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    asked.length = 0;
    const path = "/es/workshops/a/enrolment";
    const answer = await knock(enrolment.action, { database, path, form: { key: `form-${"0".repeat(32)}` }, cookie });
    expect(answer.location).toContain("done=confirmed&workshop=A");
    // one of them counts the attempt, in a transaction before
    expect(asked.length).toBe(8);
  });
});
