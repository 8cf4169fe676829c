import { expect, test } from "vitest";
import { accountHolders, seededPassword } from "#app/demo/accounts.ts";
import { demoAccounts, demoPassword } from "#app/sign-in/demo-accounts.ts";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import * as signOut from "#app/sign-in/sign-out.route.tsx";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor, isOpen, password } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { watchHashing } from "#test/support/hashing.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";

const path = "/es/sign-in";

const post = (database: Database, form: Record<string, string>, cookie?: string) =>
  knock(signIn.action, { database, path, form, cookie });
const actionsOf = async (database: Database) =>
  (await (await sealed(database)).read.selectFrom("audit").select("action").execute()).map(({ action }) => action);

describeDatabases("signing in", (open) => {
  test("the right password opens a session and leads to the page of one's role", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database, { grants: ["manager"] });
    const { status, location, cookie, headers } = await post(database, { email: ` ${email.toUpperCase()} `, password });
    expect([status, location]).toEqual([302, "/es/progress"]);
    expect(headers.get("set-cookie")).toMatch(/^puente=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await isOpen(database, cookie ?? "")).toBe(true);
    const audited = await (await sealed(database)).read.selectFrom("audit").select(["action", "accountId"]).execute();
    expect(audited).toEqual([{ action: "session.opened", accountId }]);
  });

  test("behind https the cookie is bound to the host and to https", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    const { headers } = await knock(signIn.action, {
      database,
      path,
      form: { email, password },
      settings: { secure: true },
    });
    expect(headers.get("set-cookie")).toMatch(/^__Host-puente=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test("an unknown address, a wrong password, no password yet, a disabled account: one answer for all", async () => {
    const database = await open();
    const known = await addAccount(database);
    const invited = await addAccount(database, { passwordHash: null });
    const disabled = await addAccount(database);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", disabled.accountId).execute(),
    );
    const tries = [
      { email: "nobody@example.org", password },
      { email: known.email, password: "not the right one" },
      { email: invited.email, password },
      { email: disabled.email, password },
    ];
    for (const form of tries) {
      const { status, data, cookie } = await post(database, { ...form, next: "/es/me/profile" });
      expect([status, cookie]).toEqual([422, null]);
      expect(data).toEqual({
        errors: { "": "access:form.unknown" },
        values: { email: form.email, next: "/es/me/profile" },
      });
    }
    expect(await database.read.selectFrom("accountSession").select("id").execute()).toEqual([]);
  });

  test("an unknown address costs a comparison, as a known one does", async () => {
    const database = await open();
    const known = await addAccount(database);
    for (const email of [known.email, "nobody@example.org"]) {
      const { runs } = await watchHashing(() => post(database, { email, password: "not the right one" }));
      expect([email, runs]).toEqual([email, ["argon2id"]]);
    }
  });

  test("a form without address or password comes back with messages and without the password", async () => {
    const database = await open();
    const { status, data } = await post(database, { email: "ana", password: "" });
    expect(status).toBe(422);
    expect(data).toEqual({
      errors: { email: "common:form.email", password: "access:form.passwordMissing" },
      values: { email: "ana" },
    });
  });

  test("the wish to go on is followed to our own pages only", async () => {
    const database = await open();
    const { email } = await addAccount(database, { grants: ["official"] });
    const to = async (next: string) => (await post(database, { email, password, next })).location;
    expect(await to("/ja/workshops/MJ-2026-01?tab=2")).toBe("/ja/workshops/MJ-2026-01?tab=2");
    for (const next of ["//evil.test", "/..//evil.test", "/es/sign-in"]) {
      expect(await to(next)).toBe("/es/me");
    }
  });

  test("a new session ends the one that this browser had, and no other", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database);
    const [here, elsewhere] = [await cookieFor(database, accountId), await cookieFor(database, accountId)];
    const { cookie } = await post(database, { email, password }, here);
    expect([
      await isOpen(database, here),
      await isOpen(database, elsewhere),
      await isOpen(database, cookie ?? ""),
    ]).toEqual([false, true, true]);
  });

  test("whoever is signed in already is led on", async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    expect(await knock(signIn.loader, { database, path: `${path}?next=/es/me/privacy`, cookie })).toMatchObject({
      status: 302,
      location: "/es/me/privacy",
    });
    expect(await knock(signIn.loader, { database, path: `${path}?next=/es/sign-in`, cookie })).toMatchObject({
      status: 302,
      location: "/es/me",
    });
  });

  test("the page keeps the wish to go on, in its own language", async () => {
    const database = await open();
    const { data } = await knock(signIn.loader, {
      database,
      path: "/ja/sign-in?next=%2Fes%2Fme%3Fa%3Db&done=password",
    });
    expect(data).toEqual({ next: "/ja/me?a=b", kept: null, done: "password", demo: null });
    expect((await knock(signIn.loader, { database, path: "/ja/sign-in?next=//evil.test&done=x" })).data).toEqual({
      next: null,
      kept: null,
      done: null,
      demo: null,
    });
  });

  test("a password changed while it was being compared opens nothing", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database);
    const transact = database.transact.bind(database);
    let count = 0;
    const meanwhile: Database = {
      ...database,
      async transact(work) {
        // the first transaction counts the attempt, the second opens the session
        if (++count === 2)
          await transact((trx) =>
            trx.updateTable("credential").set({ secret: "scrypt$a$b" }).where("accountId", "=", accountId).execute(),
          );
        return transact(work);
      },
    };
    expect((await post(meanwhile, { email, password })).status).toBe(422);
    expect(await database.read.selectFrom("accountSession").select("id").execute()).toEqual([]);
  });
});

describeDatabases("signing out", (open) => {
  test("ends this session, clears the cookie and leads to the first page", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const [here, elsewhere] = [await cookieFor(database, accountId), await cookieFor(database, accountId)];
    const { status, location, headers } = await knock(signOut.action, {
      database,
      path: "/ja/sign-out",
      form: {},
      cookie: here,
    });
    expect([status, location]).toEqual([302, "/ja?done=signedOut"]);
    expect(headers.getSetCookie()).toEqual([
      "puente=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
      // it opens nothing, but tells whose form it is that is still open in another tab
      `puente-former=${here.split("=")[1]}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400`,
    ]);
    expect([await isOpen(database, here), await isOpen(database, elsewhere)]).toEqual([false, true]);
    expect(await actionsOf(database)).toEqual(["session.closed"]);
  });

  test("looking at the page ends nothing, and without a session there is nothing to end", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const cookie = await cookieFor(database, accountId);
    expect((await knock(signOut.loader, { database, path: "/es/sign-out", cookie })).data).toEqual({
      isSignedIn: true,
    });
    expect(await isOpen(database, cookie)).toBe(true);
    expect((await knock(signOut.loader, { database, path: "/es/sign-out" })).data).toEqual({ isSignedIn: false });
    expect(await knock(signOut.action, { database, path: "/es/sign-out", form: {} })).toMatchObject({
      status: 302,
      cookie: "",
    });
  });
});

test("the page of the demo offers exactly the accounts that the demo has", () => {
  const sorted = (accounts: { email: string; role: string }[]) =>
    accounts.map(({ email, role }) => `${email} ${role}`).sort();
  expect(sorted(demoAccounts)).toEqual(sorted(accountHolders));
  expect(demoPassword).toBe(seededPassword);
});
