import { expect, test } from "vitest";
import * as account from "#app/accounts/account/account.route.tsx";
import * as newAccount from "#app/accounts/account/account-new.route.tsx";
import * as accounts from "#app/accounts/account/accounts.route.tsx";
import { now } from "#app/time/instant.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { actions, administrator, grantsOf, places, post } from "./administration.ts";

describeDatabases("accounts", (open) => {
  test("their list and each of them are for administrators only", async () => {
    const database = await open();
    const other = await addAccount(database, { grants: ["manager", "official"] });
    const cookie = await cookieFor(database, other.accountId);
    const path = `/es/admin/accounts/${other.accountId}`;
    expect((await knock(accounts.loader, { database, path: "/es/admin/accounts", cookie })).status).toBe(403);
    expect((await knock(account.loader, { database, path, cookie })).status).toBe(403);
    expect(
      (await knock(account.action, { database, path, form: { part: "grant", role: "administrator" }, cookie })).status,
    ).toBe(403);
    expect(
      (await knock(newAccount.action, { database, path: "/es/admin/accounts/new", form: {}, cookie })).status,
    ).toBe(403);
    expect((await grantsOf(database, other.accountId)).map(({ role }) => role).sort()).toEqual(["manager", "official"]);
  });

  test("an account that is not there answers 404", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    for (const id of [newId(), "x", "%27"]) {
      expect((await knock(account.loader, { database, path: `/es/admin/accounts/${id}`, cookie })).status).toBe(404);
      expect((await post(database, id, { part: "disabling" }, cookie)).status).toBe(404);
    }
  });
});

describeDatabases("an invitation", (open) => {
  const path = "/es/admin/accounts/new";
  const fields = (institutionId: Id<"institution">) => ({
    familyName: "Takahashi",
    givenName: "Haruka",
    secondSurname: "",
    email: "Haruka@Customs.Example",
    homeInstitutionId: institutionId,
    country: "JP",
    locale: "ja",
    zone: "Asia/Tokyo",
    role: "instructor",
    workshopCode: "mj-2026-01",
    programmeId: "",
    institutionId: "",
  });

  test("makes a person, an account without a password and a grant, and sends a message", async () => {
    const database = await open();
    const { cookie, accountId: byAccountId } = await administrator(database);
    const { workshopId, institutionId } = await places(database);
    const { status, location } = await knock(newAccount.action, {
      database,
      path,
      form: fields(institutionId),
      cookie,
    });
    expect(status).toBe(302);
    const accountId = asId<"account">(
      /^\/es\/admin\/accounts\/([\w-]+)\?done=invited$/.exec(location ?? "")?.[1] ?? "",
    );
    const made = await database.read
      .selectFrom("account")
      .innerJoin("person", "person.id", "account.personId")
      .leftJoin("credential", "credential.accountId", "account.id")
      .selectAll()
      .select("account.email")
      .where("account.id", "=", accountId)
      .executeTakeFirst();
    expect(made).toMatchObject({
      email: "haruka@customs.example",
      secret: null,
      familyName: "Takahashi",
      institutionId,
      zone: "Asia/Tokyo",
      certificateName: null,
    });
    expect(await grantsOf(database, accountId)).toMatchObject([
      { role: "instructor", workshopId, programmeId: null, institutionId: null },
    ]);
    const [message] = await database.read.selectFrom("outbox").select(["event", "payload"]).execute();
    expect(message).toEqual({ event: "account.invited", payload: JSON.stringify({ accountId }) });
    expect(await actions(database)).toEqual(["account.opened", "grant.added", "account.invited"]);
    const by = await (await sealed(database)).read.selectFrom("audit").select("accountId").execute();
    expect(by).toEqual(Array(3).fill({ accountId: byAccountId }));
  });

  test("for an address that has an account is refused and leaves nothing behind, even twice at once", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { institutionId } = await places(database);
    const invite = () => knock(newAccount.action, { database, path, form: fields(institutionId), cookie });
    const answers = await Promise.all([invite(), invite(), invite()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 422, 422]);
    const refused = answers.find(({ status }) => status === 422);
    const { id } = await database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", "haruka@customs.example")
      .executeTakeFirstOrThrow();
    expect(refused?.data).toMatchObject({
      errors: { email: "people:form.emailTaken" },
      values: { givenName: "Haruka" },
      existingId: id,
    });
    expect(
      await database.read.selectFrom("person").select("id").where("familyName", "=", "Takahashi").execute(),
    ).toHaveLength(1);
    expect(await database.read.selectFrom("outbox").select("id").execute()).toHaveLength(1);
  });

  test.each([
    [{ workshopCode: "MJ-1999-01" }, { workshopCode: "people:form.noSuchPlace.workshop" }],
    [{ role: "coordinator", programmeId: "nowhere" }, { programmeId: "people:form.noSuchPlace.programme" }],
    [{ role: "focalPoint", institutionId: "nowhere" }, { institutionId: "people:form.noSuchPlace.institution" }],
    [{ homeInstitutionId: "nowhere" }, { homeInstitutionId: "common:form.choose" }],
    [{ homeInstitutionId: "\u0000" }, { homeInstitutionId: "common:form.badCharacters" }],
    [{ role: "" }, { role: "common:form.choose" }],
  ])("with %j is refused", async (change, errors) => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { institutionId } = await places(database);
    const answer = await knock(newAccount.action, {
      database,
      path,
      form: { ...fields(institutionId), ...change },
      cookie,
    });
    expect(answer).toMatchObject({ status: 422, data: { errors } });
    expect(await database.read.selectFrom("account").select("id").execute()).toHaveLength(1);
  });

  test("that no mail server will send says so, and in a demo, where it can be read, doesn't", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const invited = await addAccount(database, { passwordHash: null });
    const path = `/es/admin/accounts/${invited.accountId}?done=invited`;
    const told = async (settings: { smtpUrl?: string; demo?: boolean }) => {
      const { isWaiting, done } = (await knock(account.loader, { database, path, cookie, settings })).data;
      return { isWaiting, done };
    };
    // it is not on its way while it waits: one of the two is said
    expect(await told({})).toEqual({ isWaiting: true, done: null });
    expect(await told({ smtpUrl: "smtp://mail.example" })).toEqual({ isWaiting: false, done: "invited" });
    expect(await told({ demo: true })).toEqual({ isWaiting: false, done: "invited" });
  });

  test("is sent again only to somebody without a password", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const [invited, active] = [await addAccount(database, { passwordHash: null }), await addAccount(database)];
    for (const { accountId } of [invited, active])
      expect((await post(database, accountId, { part: "invitation" }, cookie)).status).toBe(302);
    const sent = await database.read.selectFrom("outbox").select(["event", "personId"]).execute();
    expect(sent).toEqual([{ event: "account.invited", personId: invited.personId }]);
  });

  test("that cannot be delivered is seen by the administration until it is sent again, and only then", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { accountId, personId } = await addAccount(database, { passwordHash: null });
    const failures = async () => {
      const list = await knock(accounts.loader, { database, path: "/es/admin/accounts", cookie });
      const own = await knock(account.loader, { database, path: `/es/admin/accounts/${accountId}`, cookie });
      return [
        list.data.notReached.map(({ id }: { id: string }) => id),
        own.data.failed.map(({ kind }: { kind: string }) => kind),
      ];
    };
    const fail = () =>
      database.transact((trx) =>
        trx.updateTable("outbox").set({ failedAt: now(), lastError: "EENVELOPE 550" }).execute(),
      );
    await post(database, accountId, { part: "invitation" }, cookie);
    expect(await failures()).toEqual([[], []]);
    await fail();
    expect(await failures()).toEqual([[accountId], ["invitation"]]);
    await post(database, accountId, { part: "invitation" }, cookie);
    expect(await failures()).toEqual([[], []]);
    expect(await database.read.selectFrom("outbox").select(["personId", "attempts", "failedAt"]).execute()).toEqual([
      { personId, attempts: 0, failedAt: null },
    ]);
  });
});
