import { expect, test } from "vitest";
import * as account from "#app/people/account.route.tsx";
import * as newAccount from "#app/people/account-new.route.tsx";
import { disableAccount, removeGrant } from "#app/people/accounts.commands.ts";
import { listAdministrators } from "#app/people/accounts.queries.ts";
import * as accounts from "#app/people/accounts.route.tsx";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor, isOpen } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

async function administrator(database: Database) {
  const admin = await addAccount(database, { grants: ["administrator"] });
  return { ...admin, cookie: await cookieFor(database, admin.accountId) };
}

const places = async (database: Database) => {
  const workshopId = await addWorkshop(database, { code: "MJ-2026-01" });
  const { programmeId, hostInstitutionId } = await database.read
    .selectFrom("workshop")
    .select(["programmeId", "hostInstitutionId"])
    .executeTakeFirstOrThrow();
  return { workshopId, programmeId, institutionId: hostInstitutionId };
};
const grantsOf = (database: Database, accountId: string) =>
  database.read
    .selectFrom("roleGrant")
    .select(["id", "role", "programmeId", "workshopId", "institutionId"])
    .where("accountId", "=", accountId)
    .execute();
const actions = async (database: Database) =>
  (await database.read.selectFrom("audit").select("action").orderBy("seq").execute()).map(({ action }) => action);
const post = (database: Database, id: string, form: Record<string, string>, cookie: string) =>
  knock(account.action, { database, path: `/es/admin/accounts/${id}`, form, cookie });

describeDatabases("the list of accounts", (open) => {
  const search = async (database: Database, cookie: string, query: string) => {
    const { data } = await knock(accounts.loader, { database, path: `/es/admin/accounts?${query}`, cookie });
    return (data.rows as { email: string }[]).map(({ email }) => email);
  };

  test("finds a person by any part of their names and address, with and without accents", async () => {
    const database = await open();
    const { cookie, email: admin } = await administrator(database);
    const names = {
      familyName: "Takahashi",
      givenName: "Haruka",
      nativeName: "髙橋 遥",
      kana: "タカハシ ハルカ",
      latinName: "TAKAHASHI HARUKA",
    };
    await addAccount(database, { email: "haruka_t@customs.example", person: { ...names, country: "JP", locale: "ja" } });
    await addAccount(database, { email: "jose@gob.example", person: { familyName: "ÁLVAREZ", givenName: "José", secondSurname: "Peña" } });
    for (const q of ["nunez", "NÚÑEZ", "mariana núñez", "núñez mariana"]) expect(await search(database, cookie, `q=${q}`)).toEqual([admin]);
    for (const q of ["alvarez", "Álvarez", "pena jose", "JOSÉ"])
      expect(await search(database, cookie, `q=${q}`)).toEqual(["jose@gob.example"]);
    for (const q of ["髙橋", "遥", "タカハシ", "haruka_t", "ｔａｋａ"])
      expect(await search(database, cookie, `q=${q}`)).toEqual(["haruka_t@customs.example"]);
    for (const q of ["%25", "_ose", "x' or '1'='1", "\\"])
      expect(await search(database, cookie, `q=${encodeURIComponent(decodeURIComponent(q))}`)).toEqual([]);
    expect(await search(database, cookie, "role=administrator")).toEqual([admin]);
    expect(await search(database, cookie, "role=__proto__")).toHaveLength(3);
  });

  test("is read page by page", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    for (let count = 0; count < 26; count++)
      await addAccount(database, { passwordHash: null, person: { familyName: `Z${String(count).padStart(2, "0")}` } });
    const page = async (number: number) =>
      (await knock(accounts.loader, { database, path: `/es/admin/accounts?page=${number}`, cookie })).data;
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first.total, first.pages, first.rows.length, second.rows.length, third.rows.length]).toEqual([27, 2, 25, 2, 0]);
    expect(second.rows.map(({ name }: { name: { name: string } }) => name.name)).toEqual(["Mariana Z24", "Mariana Z25"]);
  });

  test("and each account is for administrators only", async () => {
    const database = await open();
    const other = await addAccount(database, { grants: ["manager", "official"] });
    const cookie = await cookieFor(database, other.accountId);
    const path = `/es/admin/accounts/${other.accountId}`;
    expect((await knock(accounts.loader, { database, path: "/es/admin/accounts", cookie })).status).toBe(403);
    expect((await knock(account.loader, { database, path, cookie })).status).toBe(403);
    expect((await knock(account.action, { database, path, form: { part: "grant", role: "administrator" }, cookie })).status).toBe(403);
    expect((await knock(newAccount.action, { database, path: "/es/admin/accounts/new", form: {}, cookie })).status).toBe(403);
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
  const fields = (institutionId: string) => ({
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
    const { status, location } = await knock(newAccount.action, { database, path, form: fields(institutionId), cookie });
    expect(status).toBe(302);
    const id = /^\/es\/admin\/accounts\/([\w-]+)\?done=invited$/.exec(location ?? "")?.[1] ?? "";
    const made = await database.read
      .selectFrom("account")
      .innerJoin("person", "person.id", "account.personId")
      .selectAll()
      .where("account.id", "=", id)
      .executeTakeFirst();
    expect(made).toMatchObject({
      email: "haruka@customs.example",
      passwordHash: null,
      familyName: "Takahashi",
      institutionId,
      zone: "Asia/Tokyo",
      certificateName: null,
    });
    expect(await grantsOf(database, id)).toMatchObject([{ role: "instructor", workshopId, programmeId: null, institutionId: null }]);
    const [message] = await database.read.selectFrom("outbox").select(["kind", "payload"]).execute();
    expect(message).toEqual({ kind: "account.invitation", payload: JSON.stringify({ accountId: id }) });
    expect(await actions(database)).toEqual(["account.opened", "grant.added", "account.invited"]);
    const by = await database.read.selectFrom("audit").select("accountId").execute();
    expect(by).toEqual(Array(3).fill({ accountId: byAccountId }));
  });

  test("for an address that has an account is refused kindly and leaves nothing behind, even twice at once", async () => {
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
    expect(refused?.data).toMatchObject({ errors: { email: "people:form.emailTaken" }, values: { givenName: "Haruka" }, existingId: id });
    expect(await database.read.selectFrom("person").select("id").where("familyName", "=", "Takahashi").execute()).toHaveLength(1);
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
    const answer = await knock(newAccount.action, { database, path, form: { ...fields(institutionId), ...change }, cookie });
    expect(answer).toMatchObject({ status: 422, data: { errors } });
    expect(await database.read.selectFrom("account").select("id").execute()).toHaveLength(1);
  });

  test("is sent again only to somebody without a password", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const [invited, active] = [await addAccount(database, { passwordHash: null }), await addAccount(database)];
    for (const { accountId } of [invited, active])
      expect((await post(database, accountId, { part: "invitation" }, cookie)).status).toBe(302);
    const sent = await database.read.selectFrom("outbox").select(["kind", "personId"]).execute();
    expect(sent).toEqual([{ kind: "account.invitation", personId: invited.personId }]);
  });

  test("that cannot be delivered is seen by the administration until it is sent again, and only then", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { accountId, personId } = await addAccount(database, { passwordHash: null });
    const failures = async () => {
      const list = await knock(accounts.loader, { database, path: "/es/admin/accounts", cookie });
      const own = await knock(account.loader, { database, path: `/es/admin/accounts/${accountId}`, cookie });
      return [list.data.notReached.map(({ id }: { id: string }) => id), own.data.failed.map(({ kind }: { kind: string }) => kind)];
    };
    const fail = () => database.transact((trx) => trx.updateTable("outbox").set({ failedAt: now(), lastError: "EENVELOPE 550" }).execute());
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

describeDatabases("roles", (open) => {
  test("are given with their place, once, and end the account's sessions", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { programmeId } = await places(database);
    const other = await addAccount(database, { grants: ["official"] });
    const theirs = await cookieFor(database, other.accountId);
    const form = { part: "grant", role: "coordinator", programmeId };
    expect(await post(database, other.accountId, form, cookie)).toMatchObject({
      status: 302,
      location: `/es/admin/accounts/${other.accountId}?done=granted`,
      cookie: null,
    });
    expect(await isOpen(database, theirs)).toBe(false);
    expect(await grantsOf(database, other.accountId)).toContainEqual(expect.objectContaining({ role: "coordinator", programmeId }));
    const again = await post(database, other.accountId, form, cookie);
    expect(again).toMatchObject({ status: 422, data: { errors: { role: "people:form.alreadyGranted" } } });
    const [entry] = await database.read.selectFrom("audit").select(["action", "details"]).execute();
    expect([entry?.action, JSON.parse(entry?.details ?? "")]).toEqual([
      "grant.added",
      { role: "coordinator", programmeId, workshopId: null, institutionId: null },
    ]);
  });

  test("are shown with the name of their place", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { programmeId, workshopId, institutionId } = await places(database);
    const grants = [
      { role: "coordinator" as const, programmeId },
      { role: "instructor" as const, workshopId },
      { role: "focalPoint" as const, institutionId },
      "manager" as const,
    ];
    const other = await addAccount(database, { grants });
    const { data } = await knock(account.loader, { database, path: `/es/admin/accounts/${other.accountId}`, cookie });
    const shown = (data.grants as { role: string; place: string | null }[]).map(({ role, place }) => [role, place]);
    expect(shown).toEqual([
      ["coordinator", "MJ-2026-01"],
      ["instructor", "MJ-2026-01"],
      ["focalPoint", institutionId],
      ["manager", null],
    ]);
  });

  test("are taken away with the account's sessions; another account's grant is not found", async () => {
    const database = await open();
    const { cookie, accountId: adminId } = await administrator(database);
    const other = await addAccount(database, { grants: ["manager"] });
    const theirs = await cookieFor(database, other.accountId);
    const [grant] = await grantsOf(database, other.accountId);
    expect((await post(database, adminId, { part: "removal", grantId: grant?.id ?? "" }, cookie)).status).toBe(404);
    expect((await post(database, other.accountId, { part: "removal", grantId: newId() }, cookie)).status).toBe(404);
    expect(await isOpen(database, theirs)).toBe(true);
    expect((await post(database, other.accountId, { part: "removal", grantId: grant?.id ?? "" }, cookie)).status).toBe(302);
    expect([await grantsOf(database, other.accountId), await isOpen(database, theirs)]).toEqual([[], false]);
    expect(await actions(database)).toEqual(["grant.removed"]);
  });

  test("one's own change goes on in a new session", async () => {
    const database = await open();
    const admin = await administrator(database);
    const answer = await post(database, admin.accountId, { part: "grant", role: "manager" }, admin.cookie);
    expect(answer.status).toBe(302);
    expect([await isOpen(database, admin.cookie), await isOpen(database, answer.cookie ?? "")]).toEqual([false, true]);
  });
});

describeDatabases("the last administrator", (open) => {
  test("stays: neither the role nor the account can go", async () => {
    const database = await open();
    const admin = await administrator(database);
    // neither of these two could sign in
    await addAccount(database, { grants: ["administrator"], passwordHash: null });
    const disabled = await addAccount(database, { grants: ["administrator"] });
    await database.transact((trx) => trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", disabled.accountId).execute());
    const [grant] = await grantsOf(database, admin.accountId);
    const refused = { status: 409, data: { refused: "lastAdministrator" } };
    expect(await post(database, admin.accountId, { part: "removal", grantId: grant?.id ?? "" }, admin.cookie)).toMatchObject(refused);
    expect(await post(database, admin.accountId, { part: "disabling" }, admin.cookie)).toMatchObject(refused);
    expect(await isOpen(database, admin.cookie)).toBe(true);
    expect(await actions(database)).toEqual([]);
  });

  test("with a second one, either may go", async () => {
    const database = await open();
    const [first, second] = [await administrator(database), await administrator(database)];
    const [grant] = await grantsOf(database, second.accountId);
    expect((await post(database, second.accountId, { part: "removal", grantId: grant?.id ?? "" }, first.cookie)).status).toBe(302);
    expect((await post(database, first.accountId, { part: "disabling" }, first.cookie)).status).toBe(409);
  });

  test("two who remove each other at the same moment leave one", async () => {
    for (let round = 0; round < 10; round++) {
      const database = await open();
      const [first, second] = [await administrator(database), await administrator(database)];
      const [grant] = await grantsOf(database, second.accountId);
      const removal = { accountId: second.accountId, grantId: grant?.id ?? "" };
      const [removed, isDisabled] = await Promise.all([
        database.transact((trx) => removeGrant(trx, removal, { byAccountId: first.accountId, at: now() })),
        database.transact((trx) => disableAccount(trx, first.accountId, { byAccountId: second.accountId, at: now() })),
      ]);
      expect([removed === "removed", isDisabled].filter(Boolean)).toHaveLength(1);
      expect(await listAdministrators(database.read)).toHaveLength(1);
    }
  });
});

describeDatabases("a disabled account", (open) => {
  test("loses its sessions and links, and comes back without them", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const other = await addAccount(database, { grants: ["official"] });
    const theirs = await cookieFor(database, other.accountId);
    await database.transact((trx) =>
      trx
        .insertInto("oneTimeLink")
        .values({ tokenHash: "x", purpose: "password", accountId: other.accountId, createdAt: now(), expiresAt: "9999" })
        .execute(),
    );
    expect((await post(database, other.accountId, { part: "disabling" }, cookie)).location).toContain("done=disabled");
    expect(await isOpen(database, theirs)).toBe(false);
    const [link] = await database.read.selectFrom("oneTimeLink").select("usedAt").execute();
    expect(link?.usedAt).not.toBeNull();

    expect((await post(database, other.accountId, { part: "enabling" }, cookie)).location).toContain("done=enabled");
    expect(await isOpen(database, theirs)).toBe(false);
    const row = await database.read.selectFrom("account").select("disabledAt").where("id", "=", other.accountId).executeTakeFirst();
    expect(row).toEqual({ disabledAt: null });
    expect(await actions(database)).toEqual(["account.disabled", "account.enabled"]);
  });
});
