import { expect, test } from "vitest";
import { closeLinks, createOneTimeLink, redeemLink as redeem } from "#app/sign-in/links/one-time-links.commands.ts";
import { findOneTimeLink, type LinkPurpose } from "#app/sign-in/links/one-time-links.queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T15:00:00.000Z" as const;
const every: LinkPurpose[] = ["password", "invitation", "firstAdministrator"];

const create = (database: Database, accountId: Id<"account"> | null, purpose: LinkPurpose = "password", minutes = 60) =>
  database.transact((trx) => createOneTimeLink(trx, { accountId, purpose, at, minutes }));
const use = (database: Database, token: string, purposes = every, when: Instant = at) =>
  database.transact((trx) => redeem(trx, token, purposes, when));

describeDatabases("one-time links", (open) => {
  test("a link knows its account and works once, even when it is used twice at once", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database);
    const token = await create(database, accountId);
    expect(await findOneTimeLink(database.read, token, every, at)).toMatchObject({
      accountId,
      email,
      purpose: "password",
      givenName: "Mariana",
    });
    const uses = await Promise.all(Array.from({ length: 8 }, () => use(database, token)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await use(database, token)).toBe(false);
    expect(await findOneTimeLink(database.read, token, every, at)).toBeNull();
  });

  test("only the hash of a token is stored", async () => {
    const database = await open();
    const token = await create(database, null, "firstAdministrator");
    expect(JSON.stringify(await database.read.selectFrom("oneTimeLink").selectAll().execute())).not.toContain(token);
  });

  test("a link expires", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const token = await create(database, accountId);
    expect(await findOneTimeLink(database.read, token, every, plusMinutes(at, 59))).not.toBeNull();
    expect(await findOneTimeLink(database.read, token, every, plusMinutes(at, 60))).toBeNull();
    expect(await use(database, token, every, plusMinutes(at, 60))).toBe(false);
  });

  test("a link opens what it was made for and nothing else", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    for (const purpose of ["password", "invitation"] as const) {
      const token = await create(database, accountId, purpose);
      expect(await findOneTimeLink(database.read, token, ["firstAdministrator"], at)).toBeNull();
      expect(await use(database, token, ["firstAdministrator"])).toBe(false);
      expect(await use(database, token, [purpose])).toBe(true);
    }
  });

  test("a newer link ends the older one of its purpose", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const invitation = await create(database, accountId, "invitation");
    const older = await create(database, accountId);
    const newer = await create(database, accountId);
    expect(await use(database, older)).toBe(false);
    expect(await use(database, newer)).toBe(true);
    expect(await use(database, invitation)).toBe(true);
  });

  test("a disabled account's link opens nothing, and closed links stay closed", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const token = await create(database, accountId);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute(),
    );
    expect(await findOneTimeLink(database.read, token, every, at)).toBeNull();
    await database.transact((trx) => closeLinks(trx, { accountId, at }));
    expect(await use(database, token)).toBe(false);
  });
});
