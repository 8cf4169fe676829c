import { expect, test } from "vitest";
import { listAccounts } from "#app/accounts/list.queries.ts";
import { listDoers } from "#app/desk/people/person/person.queries.ts";
import { loader as myData } from "#app/privacy/my-data.route.ts";
import { findAccountByEmail } from "#app/sign-in/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { at } from "#test/integration/desk/people-desk.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { addAccount, cookieFor, isOpen } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";
import { everything, merge, merger, undo } from "./merging.ts";

const { run, server } = mailing();
const coordinator = { ...merger, mayGrant: false };

const rolesOf = async ({ read }: Database, accountId: Id<"account">) =>
  (await read.selectFrom("roleGrant").select("role").where("accountId", "=", accountId).orderBy("role").execute()).map(
    ({ role }) => role,
  );

async function download(database: Database, cookie: string) {
  const { data } = await knock(myData, { database, path: "/es/me/privacy/data.json", cookie });
  return JSON.parse(data) as { changes: { action: string }[] };
}

describeDatabases("two who are one, both with an account", (open) => {
  test("keep the account that was chosen; the other lets nobody in, and what it did is still theirs", async () => {
    const database = await open();
    const kept = await addAccount(database, { email: "old@customs.example", grants: ["official"] });
    const gone = await addAccount(database, {
      ...{ email: "new@customs.example", grants: ["official"] },
      person: { familyName: "Gómez", givenName: "Luz" },
    });
    const [first, second] = [await cookieFor(database, kept.accountId), await cookieFor(database, gone.accountId)];
    const before = await everything(database);
    const ids = [kept.personId, gone.personId] as const;
    expect(await merge(database, ids)).toEqual({ status: "refused", because: "undecided" });
    expect(await merge(database, ids, { account: "gone" }, coordinator)).toEqual({ status: "merged" });
    expect(await findAccountByEmail(database.read, "old@customs.example")).toBeNull();
    expect(await findAccountByEmail(database.read, "new@customs.example")).toMatchObject({
      ...{ id: gone.accountId, personId: kept.personId },
    });
    expect([await isOpen(database, first), await isOpen(database, second)]).toEqual([false, true]);
    const listed = await listAccounts(database.read, { q: "", role: null, place: null, locale: "es" });
    expect(listed.rows.map(({ id }) => id)).toEqual([gone.accountId]);
    // who did something is named, also by the account that is gone
    const doers = await listDoers(database.read, [kept.accountId, gone.accountId]);
    expect(doers.map(({ familyName }) => familyName)).toEqual(["Núñez", "Núñez"]);
    // and what was recorded of either is handed to them
    const own = await download(database, await cookieFor(database, gone.accountId));
    expect(own.changes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["person.merged", "account.merged"]),
    );
    expect(await undo(database, kept.personId)).toEqual({ status: "undone", restoredId: gone.personId });
    const after = await everything(database);
    // sessions have ended, and letters have gone out
    for (const [table, rows] of Object.entries(before))
      if (!["account_session", "ended_session", "outbox", "one_time_link"].includes(table))
        expect([table, after[table]]).toEqual([table, rows]);
    expect(await findAccountByEmail(database.read, "old@customs.example")).toMatchObject({ id: kept.accountId });
  });

  test("have the roles of both, where whoever merges may give them", async () => {
    const database = await open();
    const programmeId = await programmeOf(database, await addWorkshop(database, { code: "MJ-1" }));
    const kept = await addAccount(database, { grants: ["official"] });
    const gone = await addAccount(database, { grants: ["official", { role: "coordinator", programmeId }] });
    const ids = [kept.personId, gone.personId] as const;
    expect(await merge(database, ids, { account: "kept" }, coordinator)).toEqual({
      ...{ status: "refused", because: "rolesBeyond" },
    });
    expect(await merge(database, ids, { account: "kept" })).toEqual({ status: "merged" });
    expect(await rolesOf(database, kept.accountId)).toEqual(["coordinator", "official"]);
    expect(await rolesOf(database, gone.accountId)).toEqual(["official"]);
    await undo(database, kept.personId);
    expect(await rolesOf(database, kept.accountId)).toEqual(["official"]);
    expect(await rolesOf(database, gone.accountId)).toEqual(["coordinator", "official"]);
    // the other way round nobody gets a role
    expect(await merge(database, ids, { account: "gone" }, coordinator)).toEqual({ status: "merged" });
  });

  test("stay two where it would lock somebody out", async () => {
    const database = await open();
    const admin = await addAccount(database, { grants: ["administrator"] });
    const invited = await addAccount(database, { grants: ["official"], passwordHash: null });
    const ids = [invited.personId, admin.personId] as const;
    expect(await merge(database, ids, { account: "kept" })).toEqual({
      ...{ status: "refused", because: "lastAdministrator" },
    });
    const own = { ...merger, accountId: admin.accountId };
    expect(await merge(database, ids, { account: "kept" }, own)).toEqual({ status: "refused", because: "ownAccount" });
    const disabled = await addAccount(database, { grants: ["official"] });
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("id", "=", disabled.accountId).execute(),
    );
    const official = await addAccount(database, { grants: ["official"] });
    expect(await merge(database, [official.personId, disabled.personId], { account: "gone" }, coordinator)).toEqual({
      status: "refused",
      because: "disabledStays",
    });
  });

  test("stay one where the address is another's by now; an earlier merge is parted after a later one", async () => {
    const database = await open();
    const [a, b, c] = [await addAccount(database), await addAccount(database), await addAccount(database)];
    await merge(database, [b.personId, c.personId], { account: "kept" });
    await merge(database, [a.personId, b.personId], { account: "kept" });
    const into = async (id: Id<"account">) =>
      (await database.read.selectFrom("account").select("mergedIntoId").where("id", "=", id).executeTakeFirstOrThrow())
        .mergedIntoId;
    expect([await into(b.accountId), await into(c.accountId)]).toEqual([a.accountId, a.accountId]);
    expect(await undo(database, a.personId)).toMatchObject({ status: "undone" });
    expect([await into(b.accountId), await into(c.accountId)]).toEqual([null, b.accountId]);
    await addAccount(database, { email: c.email });
    expect(await undo(database, b.personId)).toEqual({ status: "refused", because: "addressTaken" });
    expect(await into(c.accountId)).toBe(b.accountId);
  });

  test("are told at the address that lets nobody in any more, and once more when it does again", async () => {
    const database = await open();
    const kept = await addAccount(database, { email: "old@customs.example", grants: ["official"] });
    const gone = await addAccount(database, { email: "new@customs.example", grants: ["official"] });
    await merge(database, [kept.personId, gone.personId], { account: "gone" });
    await run(database);
    await undo(database, kept.personId);
    await run(database, 1);
    const letters = await database.read.selectFrom("mail").select(["kind", "toAddress", "personId"]).execute();
    expect(letters).toEqual([
      { kind: "account.merged", toAddress: "old@customs.example", personId: kept.personId },
      { kind: "account.unmerged", toAddress: "old@customs.example", personId: kept.personId },
    ]);
    expect(server().inbox.map(({ text }) => text?.includes("new@customs.example"))).toEqual([true, false]);
  });
});
