import { expect, test } from "vitest";
import { attempt } from "#app/limits/commands.ts";
import type { Limit } from "#app/limits/limits.ts";
import { tidying } from "#app/operations/tidying.ts";
import { emitter } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { openSession, touchSession } from "#app/sessions/commands.ts";
import { findActor, listSessions } from "#app/sessions/queries.ts";
import { createOneTimeLink, redeemLink } from "#app/sign-in/links/one-time-links.commands.ts";
import { findOneTimeLink } from "#app/sign-in/links/one-time-links.queries.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";

const at: Instant = "2026-11-23T15:00:00.000Z";
/** What a clock says that is wrong for a moment. */
const wrong = plusDays(at, 365);
/** What another machine's clock says that nobody has to put right. */
const slightlyAhead = plusMinutes(at, 2);

const limit: Limit = { name: "test.account", per: "account", most: 1, minutes: 15 };
const tryAs = (database: Database, when: Instant) =>
  attempt(database, [{ limit, subject: "ana" }], when, "s".repeat(32));

const events = { "bell.rung": { ids: [], reactions: ["count"] } } as const satisfies EventMap;
const emit = emitter(events);
const run = (database: Database, when: Instant = at) =>
  runDueJobs({ ...jobContext(database, when), events, reactions: { "bell.rung": { count: async () => {} } } });

describeDatabases("what a clock that was a year ahead has dated", (open) => {
  const signedIn = async (database: Database, when: Instant) => {
    const { accountId } = await addAccount(database, { passwordHash: null });
    return {
      accountId,
      token: await database.transact((trx) => openSession(trx, { accountId, device: "", at: when })),
    };
  };

  test("is over: the window of a limit, which begins anew", async () => {
    const database = await open();
    expect(await tryAs(database, wrong)).toBeNull();
    expect(await tryAs(database, at)).toBeNull();
    expect(await tryAs(database, at)).toBe(plusMinutes(at, 15));
  });

  test("is over: a session that was opened, or seen, then", async () => {
    const database = await open();
    const [ahead, fine] = [await signedIn(database, wrong), await signedIn(database, at)];
    expect(await findActor(database.read, ahead.token, at)).toBeNull();
    expect(await listSessions(database.read, ahead.accountId, at)).toEqual([]);
    const { sessionId } = (await findActor(database.read, fine.token, at))!.actor;
    await database.transact((trx) => touchSession(trx, { sessionId, at: wrong }));
    expect(await findActor(database.read, fine.token, at)).toBeNull();
  });

  test("is over: a link that would be valid for a year", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const link = { accountId, purpose: "password", at: wrong, minutes: 60 } as const;
    const token = await database.transact((trx) => createOneTimeLink(trx, link));
    expect(await findOneTimeLink(database.read, token, ["password"], at)).toBeNull();
    expect(await database.transact((trx) => redeemLink(trx, token, ["password"], at))).toBe(false);
  });

  test("is over: the time for which work was put off, and a claim on it", async () => {
    const database = await open();
    await database.transact((trx) => emit(trx, wrong, "bell.rung", {}));
    const [claimed] = await database.transact((trx) => emit(trx, at, "bell.rung", {}));
    const claim = { claimedUntil: plusMinutes(wrong, 2), attempts: 1 };
    await database.transact((trx) => trx.updateTable("outbox").set(claim).where("id", "=", claimed!).execute());
    expect(await run(database)).toBe(2);
  });

  test("is cleared away, and nothing else", async () => {
    const database = await open();
    await tryAs(database, wrong);
    await signedIn(database, wrong);
    const { token } = await signedIn(database, at);
    await tidying(database)(at);
    expect(await database.read.selectFrom("rateLimit").select("name").execute()).toEqual([]);
    expect(await database.read.selectFrom("accountSession").select("createdAt").execute()).toEqual([{ createdAt: at }]);
    expect(await findActor(database.read, token, at)).not.toBeNull();
  });

  test("is not what a clock two minutes ahead has dated", async () => {
    const database = await open();
    const { token } = await signedIn(database, slightlyAhead);
    expect(await findActor(database.read, token, at)).not.toBeNull();
    expect(await tryAs(database, slightlyAhead)).toBeNull();
    expect(await tryAs(database, at)).toBe(plusMinutes(slightlyAhead, 15));
    await database.transact((trx) => emit(trx, slightlyAhead, "bell.rung", {}));
    expect(await run(database)).toBe(0);
    expect(await run(database, slightlyAhead)).toBe(1);
  });
});
