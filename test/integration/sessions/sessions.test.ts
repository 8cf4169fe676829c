import { expect, test } from "vitest";
import { clearEndedSessions, closeSessions, openSession, touchSession } from "#app/sessions/commands.ts";
import { findActor, listSessions } from "#app/sessions/queries.ts";
import { hashToken } from "#app/sessions/token.ts";
import type { Instant } from "#app/time/instant.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T15:00:00.000Z" as const;

const open = (database: Database, accountId: Id<"account">, from: Instant = at) =>
  database.transact((trx) => openSession(trx, { accountId, device: "Firefox", at: from }));
const minutesLater = (minutes: number) => plusMinutes(at, minutes);

describeDatabases("sessions", (openDatabase) => {
  test("a session knows its account, person and grants", async () => {
    const database = await openDatabase();
    const { accountId, personId } = await addAccount(database, { grants: ["official", "manager"] });
    const token = await open(database, accountId);
    const found = await findActor(database.read, token, at);
    expect(found?.actor).toMatchObject({
      accountId,
      personId,
      familyName: "Núñez",
      locale: "es",
      zone: "America/Tijuana",
    });
    expect(found?.actor.grants.map(({ role }) => role).sort()).toEqual(["manager", "official"]);
    expect(await findActor(database.read, `${token}x`, at)).toBeNull();
    expect(await findActor(database.read, "", at)).toBeNull();
  });

  test("only the hash of a token is stored", async () => {
    const database = await openDatabase();
    const { accountId } = await addAccount(database);
    const token = await open(database, accountId);
    const rows = await database.read.selectFrom("accountSession").selectAll().execute();
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(token.length).toBeGreaterThanOrEqual(43);
  });

  test("an unused session ends after 60 minutes", async () => {
    const database = await openDatabase();
    const { accountId } = await addAccount(database);
    const token = await open(database, accountId);
    expect(await findActor(database.read, token, minutesLater(59))).not.toBeNull();
    expect(await findActor(database.read, token, minutesLater(60))).toBeNull();
  });

  test("a used session lives on, but no longer than 12 hours", async () => {
    const database = await openDatabase();
    const { accountId } = await addAccount(database);
    const token = await open(database, accountId);
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      const found = await findActor(database.read, token, minutesLater(minutes));
      expect(found?.isStale).toBe(true);
      const { sessionId } = found!.actor;
      await database.transact((trx) => touchSession(trx, { sessionId, at: minutesLater(minutes) }));
    }
    expect(await findActor(database.read, token, minutesLater(12 * 60 - 1))).not.toBeNull();
    expect(await findActor(database.read, token, minutesLater(12 * 60))).toBeNull();
  });

  test("a disabled account has no session", async () => {
    const database = await openDatabase();
    const { accountId } = await addAccount(database);
    const token = await open(database, accountId);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute(),
    );
    expect(await findActor(database.read, token, at)).toBeNull();
  });

  test("one, all others, or all of an account are ended, and nobody else's", async () => {
    const database = await openDatabase();
    const mine = await addAccount(database);
    const theirs = await addAccount(database);
    const tokens = [
      await open(database, mine.accountId),
      await open(database, mine.accountId),
      await open(database, mine.accountId),
    ] as const;
    const foreign = await open(database, theirs.accountId);
    const idOf = async (token: string) => (await findActor(database.read, token, at))!.actor.sessionId;
    const foreignId = await idOf(foreign);
    const [first, second] = [await idOf(tokens[0]), await idOf(tokens[1])];

    expect(
      await database.transact((trx) => closeSessions(trx, { accountId: mine.accountId, only: foreignId, at })),
    ).toBe(0);
    expect(await database.transact((trx) => closeSessions(trx, { accountId: mine.accountId, only: first, at }))).toBe(
      1,
    );
    expect(
      await database.transact((trx) => closeSessions(trx, { accountId: mine.accountId, except: second, at })),
    ).toBe(1);
    expect((await listSessions(database.read, mine.accountId, at)).map(({ id }) => id)).toEqual([second]);
    expect(await database.transact((trx) => closeSessions(trx, { accountId: mine.accountId, at }))).toBe(1);
    expect(await findActor(database.read, foreign, at)).not.toBeNull();
  });

  test("rows of sessions that have ended by themselves are cleared away", async () => {
    const database = await openDatabase();
    const { accountId } = await addAccount(database);
    await open(database, accountId, minutesLater(-61));
    await open(database, accountId, minutesLater(-59));
    await database.transact((trx) => clearEndedSessions(trx, { accountId, at }));
    expect(await database.read.selectFrom("accountSession").select("createdAt").execute()).toEqual([
      { createdAt: minutesLater(-59) },
    ]);
  });
});
