import { sql } from "kysely";
import { expect, test } from "vitest";
import { passwordMailLimits } from "#app/limits/limits.ts";
import { createOneTimeLink } from "#app/sign-in/links/one-time-links.commands.ts";
import * as newPassword from "#app/sign-in/password/password.route.tsx";
import { isPassword } from "#app/sign-in/password/password.ts";
import * as passwordLink from "#app/sign-in/password/password-link.route.tsx";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { migrateTo, runSteps } from "#db/migrate.ts";
import { addAccount, cookieFor, isOpen, password } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { watching } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";

const chosen = "un puente de madera muy viejo";

const ask = (database: Database, email: string, address?: string) =>
  knock(passwordLink.action, { database, path: "/ja/password", form: { email }, address });

const outbox = (database: Database) =>
  database.read.selectFrom("outbox").select(["event", "payload", "personId"]).execute();

describeDatabases("asking for a password", (open) => {
  test("the answer is the same with and without such an account; the message goes out for one only", async () => {
    const database = await open();
    const known = await addAccount(database);
    const invited = await addAccount(database, { passwordHash: null });
    const disabled = await addAccount(database);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", disabled.accountId).execute(),
    );
    for (const email of [known.email, "nobody@example.org", disabled.email, invited.email]) {
      expect(await ask(database, email)).toMatchObject({ status: 302, location: "/ja/password?done=sent", data: "" });
    }
    const message = ({ accountId, personId }: typeof known) => ({
      event: "account.passwordAsked",
      payload: JSON.stringify({ accountId }),
      personId,
    });
    expect(await outbox(database)).toEqual([message(known), message(invited)]);
    const audited = await (await sealed(database)).read.selectFrom("audit").select(["action", "accountId"]).execute();
    expect(audited).toEqual(Array(4).fill({ action: "account.passwordAsked", accountId: null }));
  });

  test("an address that we don't know costs the same statements", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    const { database: watched, written } = watching(database);
    const tablesFor = async (address: string) => {
      written.length = 0;
      await ask(watched, address);
      return [...written];
    };
    const known = await tablesFor(email);
    expect(known).toContain("outbox");
    expect(await tablesFor("nobody@example.org")).toEqual(known);
  });

  test("an address is written to three times an hour, whoever asks", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    const asked = [];
    for (let count = 0; count < 4; count++) asked.push(await ask(database, email, `192.0.2.${count}`));
    expect(asked.map(({ status }) => status)).toEqual([302, 302, 302, 429]);
    expect(asked[3]?.data).toMatchObject({ errors: { "": "access:form.tooMany" }, values: { email }, waitMinutes: 60 });
    expect(await outbox(database)).toHaveLength(3);
  });

  test("one network address asks for so many accounts and no more", async () => {
    const database = await open();
    for (let count = 0; count < passwordMailLimits.address.most; count++) {
      expect((await ask(database, `nobody-${count}@example.org`)).status).toBe(302);
    }
    expect((await ask(database, "one-more@example.org")).status).toBe(429);
  });

  test("the page says what happens next, and where a demo keeps its messages", async () => {
    const database = await open();
    const page = async (path: string, demo: boolean) =>
      (await knock(passwordLink.loader, { database, path, settings: { demo } })).data;
    expect(await page("/es/password", false)).toEqual({ isSent: false, isMailHere: false });
    expect(await page("/es/password?done=sent", true)).toEqual({ isSent: true, isMailHere: true });
  });
});

const link = (
  database: Database,
  accountId: Id<"account"> | null,
  purpose: "password" | "invitation" | "firstAdministrator" = "password",
  minutes = 60,
) =>
  database.transact((trx) =>
    createOneTimeLink(trx, {
      accountId,
      purpose,
      at: minutes < 0 ? plusMinutes(now(), minutes - 1) : now(),
      minutes: Math.abs(minutes),
    }),
  );

const choose = (
  database: Database,
  token: string,
  form: Record<string, string> = { password: chosen, passwordAgain: chosen },
  cookie?: string,
) => knock(newPassword.action, { database, path: `/es/password/${token}`, form, cookie });
const look = (database: Database, token: string) =>
  knock(newPassword.loader, { database, path: `/es/password/${token}` });
const hashOf = async (database: Database, accountId: Id<"account">) =>
  (
    await database.read
      .selectFrom("credential")
      .select("secret")
      .where("accountId", "=", accountId)
      .executeTakeFirstOrThrow()
  ).secret;

describeDatabases("choosing a password", (open) => {
  test.each([
    ["password", "/es/sign-in?done=password", 0],
    ["invitation", "/es/me", 1],
  ] as const)(
    "a link for %s opens the page, sets the password and is used up; it leads to %s with %i sessions",
    async (purpose, location, sessions) => {
      const database = await open();
      const { accountId, email } = await addAccount(database, { passwordHash: null });
      const token = await link(database, accountId, purpose);
      expect(await look(database, token)).toMatchObject({
        status: 200,
        data: { email, isFirst: purpose === "invitation" },
      });
      const answer = await choose(database, token);
      expect(answer).toMatchObject({ status: 302, location });
      expect(await database.read.selectFrom("accountSession").select("id").execute()).toHaveLength(sessions);
      expect(await isOpen(database, answer.cookie ?? "")).toBe(sessions === 1);
      expect(await isPassword(chosen, await hashOf(database, accountId))).toBe(true);
      expect((await look(database, token)).status).toBe(410);
      expect((await choose(database, token)).status).toBe(410);
    },
  );

  test("used twice at once it sets one password", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const token = await link(database, accountId);
    const passwords = [chosen, "dos puentes de piedra muy viejos"];
    const answers = await Promise.all(
      passwords.map((password) => choose(database, token, { password, passwordAgain: password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410]);
    const winner = passwords[answers.findIndex(({ status }) => status === 302)] ?? "";
    expect(await isPassword(winner, await hashOf(database, accountId))).toBe(true);
  });

  test("ends every session and every other link of the account", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    await cookieFor(database, accountId);
    const invitation = await link(database, accountId, "invitation");
    await choose(database, await link(database, accountId));
    expect(await database.read.selectFrom("accountSession").select("id").execute()).toEqual([]);
    expect((await look(database, invitation)).status).toBe(410);
    expect(await (await sealed(database)).read.selectFrom("audit").select("action").execute()).toEqual([
      { action: "account.passwordSet" },
    ]);
  });

  test("whoever else was signed in in this browser makes room", async () => {
    const database = await open();
    const [owner, other] = [await addAccount(database), await addAccount(database)];
    const cookie = await cookieFor(database, other.accountId);
    const elsewhere = await cookieFor(database, other.accountId);
    await choose(database, await link(database, owner.accountId), undefined, cookie);
    expect([await isOpen(database, cookie), await isOpen(database, elsewhere)]).toEqual([false, true]);
  });

  test.each([
    ["expired", -1, "password"],
    ["meant for the first administrator", 60, "firstAdministrator"],
  ] as const)("a link that is %s says so and leads to another", async (_, minutes, purpose) => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const token = await link(database, purpose === "firstAdministrator" ? null : accountId, purpose, minutes);
    expect(await look(database, token)).toMatchObject({ status: 410, data: null });
    expect(await choose(database, token)).toMatchObject({ status: 410, data: null });
    expect(await isPassword(password, await hashOf(database, accountId))).toBe(true);
  });

  test("a short, common or own-name password, or one typed in two ways, is refused; the link stays", async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { email: "mariana.nunez@example.org" });
    const token = await link(database, accountId);
    const refusals: [string, string, Record<string, string>][] = [
      ["corta", "corta", { password: "access:form.passwordTooShort" }],
      ["passwordpassword", "passwordpassword", { password: "access:form.passwordCommon" }],
      ["mariana.nunez.2026", "mariana.nunez.2026", { password: "access:form.passwordCommon" }],
      [chosen, `${chosen}.`, { passwordAgain: "access:form.passwordsDiffer" }],
    ];
    for (const [first, again, errors] of refusals) {
      const answer = await choose(database, token, { password: first, passwordAgain: again });
      expect(answer).toMatchObject({ status: 422, data: { errors, values: {} } });
      expect(JSON.stringify(answer.data)).not.toContain(first);
    }
    expect((await look(database, token)).status).toBe(200);
  });

  test("a link of an account that was disabled meanwhile opens nothing", async () => {
    const database = await open();
    const { accountId } = await addAccount(database);
    const token = await link(database, accountId);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", accountId).execute(),
    );
    expect((await look(database, token)).status).toBe(410);
    expect((await choose(database, token)).status).toBe(410);
  });
});

describeDatabases("a hash from the time when hashes did not carry their cost", (_open, _fresh, bare) => {
  test("is brought up to date, and nothing else of it changes", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-23-indexes");
    const passwordHash = "scrypt$17$c2FsdA$a2V5";
    const insert = (id: string, hash: string) => [
      `insert into person (id, family_name, given_name, country, locale, zone, created_at)
        values ('${id}', 'López', 'Ana', 'MX', 'es', 'UTC', '2026-01-01T00:00:00.000Z')`,
      `insert into account (id, person_id, email, password_hash, created_at)
        values ('${id}', '${id}', '${id}@example.org', '${hash}', '2026-01-01T00:00:00.000Z')`,
    ];
    await database.transact((trx) =>
      runSteps(trx, [...insert("older", passwordHash.replace("$17$", "$")), ...insert("newer", passwordHash)]),
    );
    expect(await migrateTo(database, "2026-11-23-password-cost")).toEqual({ applied: ["2026-11-23-password-cost"] });
    const { rows } = await sql`select password_hash from account`.execute(database.read);
    expect(rows).toEqual([{ passwordHash }, { passwordHash }]);
    await database.close();
  });
});
