import { expect, test } from "vitest";
import * as accountList from "#app/accounts/account/accounts.route.tsx";
import * as first from "#app/accounts/first-administrator.route.tsx";
import { firstAdministratorLink } from "#app/sign-in/links/first-administrator.ts";
import { createOneTimeLink } from "#app/sign-in/links/one-time-links.commands.ts";
import { isPassword } from "#app/sign-in/password/password.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const password = "un puente de madera muy viejo";
const form = {
  familyName: "Aguilar",
  givenName: "Tomás",
  secondSurname: "",
  email: "tomas@gob.example",
  country: "JP",
  password,
  passwordAgain: password,
};

const pathOf = async (database: Database) => (await firstAdministratorLink(database, { appUrl: "", at: now() })) ?? "";

describeDatabases("the first administrator", (open) => {
  test("gets a person, an account and the role everywhere, and the link is used up", async () => {
    const database = await open();
    const path = await pathOf(database);
    expect(await knock(first.loader, { database, path })).toMatchObject({ status: 200, data: { isOpen: true } });
    const begun = await knock(first.action, { database, path, form });
    expect(begun).toMatchObject({ status: 302, location: "/es/desk" });
    // signed in at once: the link was printed for whoever runs the server
    const accounts = { database, path: "/es/admin/accounts", cookie: begun.cookie ?? "" };
    expect((await knock(accountList.loader, accounts)).status).toBe(200);
    const made = await database.read
      .selectFrom("account")
      .innerJoin("person", "person.id", "account.personId")
      .innerJoin("credential", "credential.accountId", "account.id")
      .selectAll()
      .select("account.email")
      .executeTakeFirstOrThrow();
    expect(made).toMatchObject({
      email: "tomas@gob.example",
      familyName: "Aguilar",
      country: "JP",
      zone: "Asia/Tokyo",
      locale: "es",
    });
    expect(await isPassword(password, made.secret)).toBe(true);
    const grants = await database.read
      .selectFrom("roleGrant")
      .select(["role", "programmeId", "workshopId", "institutionId"])
      .execute();
    expect(grants).toEqual([{ role: "administrator", programmeId: null, workshopId: null, institutionId: null }]);
    expect(await knock(first.loader, { database, path })).toMatchObject({ status: 410, data: { isOpen: false } });
    expect(
      (await knock(first.action, { database, path, form: { ...form, email: "another@gob.example" } })).status,
    ).toBe(410);
    expect(await firstAdministratorLink(database, { appUrl: "", at: now() })).toBeNull();
  });

  test("is one, even when the link is used twice at once", async () => {
    const database = await open();
    const path = await pathOf(database);
    const forms = [form, { ...form, email: "another@gob.example" }];
    const answers = await Promise.all(forms.map((each) => knock(first.action, { database, path, form: each })));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410]);
    expect(await database.read.selectFrom("account").select("id").execute()).toHaveLength(1);
  });

  test("is not made by a link that was meant for a password", async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    for (const purpose of ["password", "invitation"] as const) {
      const token = await database.transact((trx) =>
        createOneTimeLink(trx, { accountId, purpose, at: now(), minutes: 60 }),
      );
      const path = `/es/first-administrator/${token}`;
      expect((await knock(first.loader, { database, path })).status).toBe(410);
      expect((await knock(first.action, { database, path, form })).status).toBe(410);
    }
    expect(await database.read.selectFrom("account").select("id").execute()).toHaveLength(1);
  });

  test("is not made by a link left over from before there was an account", async () => {
    const database = await open();
    const path = await pathOf(database);
    await addAccount(database, { grants: ["administrator"] });
    expect((await knock(first.loader, { database, path })).status).toBe(410);
    expect((await knock(first.action, { database, path, form })).status).toBe(410);
    expect(await database.read.selectFrom("account").select("id").execute()).toHaveLength(1);
  });

  test("chooses no password made of their own name, and keeps what else was typed", async () => {
    const database = await open();
    const path = await pathOf(database);
    const weak = { ...form, password: "tomas aguilar 123", passwordAgain: "tomas aguilar 123", givenName: "Tomas" };
    const { status, data } = await knock(first.action, { database, path, form: weak });
    expect([status, data.errors]).toEqual([422, { password: "access:form.passwordCommon" }]);
    expect(data.values).toEqual({
      familyName: "Aguilar",
      givenName: "Tomas",
      secondSurname: "",
      email: "tomas@gob.example",
      country: "JP",
    });
    expect((await knock(first.loader, { database, path })).status).toBe(200);
  });
});
