import { expect, test } from "vitest";
import { disableAccount, enableAccount } from "#app/accounts/commands.ts";
import { closeSessions } from "#app/sessions/commands.ts";
import { setPassword, signIn } from "#app/sign-in/commands.ts";
import { findAccountByEmail } from "#app/sign-in/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { readdress } from "#test/support/readdress.ts";

const at = "2026-11-23T18:00:00.000Z" as const;

/** Somebody whose password has just been compared, and what happens to their account at the same moment. */
async function setUp(database: Database) {
  const administrator = await addAccount(database, { grants: ["administrator"] });
  const { accountId, email } = await addAccount(database);
  const by = { accountId: administrator.accountId, at };
  const { passwordHash } = (await findAccountByEmail(database.read, email))!;
  const entering = { accountId, email, passwordHash: passwordHash ?? "", former: null, device: "" };
  return {
    enter: (trx: Writer) => signIn(trx, entering, { accountId, at }),
    disable: (trx: Writer) => disableAccount(trx, accountId, by),
    enable: (trx: Writer) => enableAccount(trx, accountId, by),
    readdress: (trx: Writer) => readdress(trx, accountId, "another@gob.example"),
    change: (trx: Writer) => setPassword(trx, { accountId, passwordHash: "scrypt$17$c2FsdA$a2V5" }, by),
    /** What disabling would be without holding what people sign in with. */
    disableCarelessly: async (trx: Writer) => {
      await trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute();
      await closeSessions(trx, { accountId, at });
    },
    sessions: () => database.read.selectFrom("accountSession").select("id").execute(),
  };
}

type Work<Outcome> = (trx: Writer) => Promise<Outcome>;

const bothDo = <First, Second>(database: Database, first: Work<First>, second: Work<Second>) =>
  overlapping(
    database,
    (pausing) => pausing.transact(first),
    () => database.transact(second),
  );

describeDatabases("somebody who signs in while their account changes", (open) => {
  test.each(["disable", "change", "readdress"] as const)("first: their session ends again (%s)", async (what) => {
    const database = await open();
    const { enter, sessions, ...account } = await setUp(database);
    const [token] = await bothDo<string | null, unknown>(database, enter, account[what]);
    expect(token).not.toBeNull();
    expect(await sessions()).toEqual([]);
  });

  test.each(["disable", "change", "readdress"] as const)("second: gets no session (%s)", async (what) => {
    const database = await open();
    const { enter, sessions, ...account } = await setUp(database);
    const [, token] = await bothDo<unknown, string | null>(database, account[what], enter);
    expect(token).toBeNull();
    expect(await sessions()).toEqual([]);
  });

  test("may sign in again once the account is enabled", async () => {
    const database = await open();
    const { enter, disable, enable, sessions } = await setUp(database);
    await bothDo(database, enter, disable);
    await database.transact(enable);
    expect(await database.transact(enter)).not.toBeNull();
    expect(await sessions()).toHaveLength(1);
  });
});

// on SQLite one transaction waits for the other, whatever it does
describePostgres("negative control: an account disabled without holding its credentials", (open) => {
  test("keeps the session that was being opened", async () => {
    const database = await open();
    const { enter, disableCarelessly, sessions } = await setUp(database);
    const [token] = await bothDo(database, enter, disableCarelessly);
    expect(token).not.toBeNull();
    expect(await sessions()).toHaveLength(1);
  });
});

describeDatabases("credentials", (open) => {
  test("an account has one password, which keeps its row when it changes", async () => {
    const database = await open();
    const { change } = await setUp(database);
    const before = await database.read.selectFrom("credential").select("id").orderBy("id").execute();
    await database.transact(change);
    await database.transact(change);
    expect(await database.read.selectFrom("credential").select("id").orderBy("id").execute()).toEqual(before);
    const { accountId } = await addAccount(database, { passwordHash: null });
    const row = { accountId, kind: "password", secret: "x", createdAt: at, changedAt: at } as const;
    await database.transact((trx) =>
      trx
        .insertInto("credential")
        .values({ id: id("credential", "one"), ...row })
        .execute(),
    );
    const another = database.transact((trx) =>
      trx
        .insertInto("credential")
        .values({ id: id("credential", "two"), ...row })
        .execute(),
    );
    await expect(another).rejects.toThrow(/unique/i);
  });
});
