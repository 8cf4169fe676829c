import { expect, test } from "vitest";
import * as account from "#app/accounts/account/account.route.tsx";
import { disableAccount, removeGrant } from "#app/accounts/commands.ts";
import { listAdministrators } from "#app/accounts/queries.ts";
import { now } from "#app/time/instant.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor, isOpen } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { actions, administrator, grantsOf, places, post } from "./administration.ts";

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
    expect(await grantsOf(database, other.accountId)).toContainEqual(
      expect.objectContaining({ role: "coordinator", programmeId }),
    );
    const again = await post(database, other.accountId, form, cookie);
    expect(again).toMatchObject({ status: 422, data: { errors: { role: "people:form.alreadyGranted" } } });
    const [entry] = await (await sealed(database)).read.selectFrom("audit").select(["action", "details"]).execute();
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
    expect((await post(database, other.accountId, { part: "removal", grantId: grant?.id ?? "" }, cookie)).status).toBe(
      302,
    );
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
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", disabled.accountId).execute(),
    );
    const [grant] = await grantsOf(database, admin.accountId);
    const refused = { status: 409, data: { refused: "lastAdministrator" } };
    expect(
      await post(database, admin.accountId, { part: "removal", grantId: grant?.id ?? "" }, admin.cookie),
    ).toMatchObject(refused);
    expect(await post(database, admin.accountId, { part: "disabling" }, admin.cookie)).toMatchObject(refused);
    expect(await isOpen(database, admin.cookie)).toBe(true);
    expect(await actions(database)).toEqual([]);
  });

  test("with a second one, either may go", async () => {
    const database = await open();
    const [first, second] = [await administrator(database), await administrator(database)];
    const [grant] = await grantsOf(database, second.accountId);
    expect(
      (await post(database, second.accountId, { part: "removal", grantId: grant?.id ?? "" }, first.cookie)).status,
    ).toBe(302);
    expect((await post(database, first.accountId, { part: "disabling" }, first.cookie)).status).toBe(409);
  });

  test("two who remove each other at the same moment leave one", async () => {
    for (let round = 0; round < 10; round++) {
      const database = await open();
      const [first, second] = [await administrator(database), await administrator(database)];
      const [grant] = await grantsOf(database, second.accountId);
      const removal = { accountId: second.accountId, grantId: grant!.id };
      const [removed, isDisabled] = await Promise.all([
        database.transact((trx) => removeGrant(trx, removal, { accountId: first.accountId, at: now() })),
        database.transact((trx) => disableAccount(trx, first.accountId, { accountId: second.accountId, at: now() })),
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
        .values({
          tokenHash: "x",
          purpose: "password",
          accountId: other.accountId,
          createdAt: now(),
          expiresAt: "9999-12-31T00:00:00.000Z",
        })
        .execute(),
    );
    expect((await post(database, other.accountId, { part: "disabling" }, cookie)).location).toContain("done=disabled");
    expect(await isOpen(database, theirs)).toBe(false);
    const [link] = await database.read.selectFrom("oneTimeLink").select("usedAt").execute();
    expect(link?.usedAt).not.toBeNull();

    expect((await post(database, other.accountId, { part: "enabling" }, cookie)).location).toContain("done=enabled");
    expect(await isOpen(database, theirs)).toBe(false);
    const row = await database.read
      .selectFrom("account")
      .select("disabledAt")
      .where("id", "=", other.accountId)
      .executeTakeFirst();
    expect(row).toEqual({ disabledAt: null });
    expect(await actions(database)).toEqual(["account.disabled", "account.enabled"]);
  });
});
