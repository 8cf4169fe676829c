import type { By } from "#app/access/actor.ts";
import type { Role } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { emit, emitForAccount } from "#app/outbox/commands.ts";
import { insertPerson, type NewPerson, takeBackPerson, writeAddressWords } from "#app/people/commands.ts";
import { clearEndedSessions, closeSessions } from "#app/sessions/commands.ts";
import { holdCredentials } from "#app/sign-in/commands.ts";
import { closeLinks } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { findAccount, listAdministrators } from "./queries.ts";
import { leavesNoAdministrator } from "./rules.ts";

type NewAccount = {
  email: string;
  person: NewPerson;
};

/**
 * An account that nobody can sign in to yet.
 * @returns the ids; null where the address already has an account, and nothing is made
 */
export async function openAccount(trx: Writer, { email, person }: NewAccount, by: By) {
  const { accountId: byAccountId, at } = by;
  const personId = await insertPerson(trx, person, by);
  const accountId = newId<"account">();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("account")
    .values({ id: accountId, personId, email, createdAt: at })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) {
    await takeBackPerson(trx, personId);
    return null;
  }
  await writeAddressWords(trx, personId, email);
  await audit(trx, at, {
    accountId: byAccountId,
    action: "account.opened",
    subjectId: accountId,
  });
  return { personId, accountId };
}

/** Writes to the holder of an account, as long as nobody has chosen a password for it; else nothing happens. */
export async function invite(trx: Writer, accountId: Id<"account">, { accountId: byAccountId, at }: By): Promise<void> {
  const account = await findAccount(trx, accountId);
  if (account?.state !== "invited") return;
  await trx.updateTable("account").set({ invitedBy: byAccountId }).where("id", "=", accountId).execute();
  await emitForAccount(trx, at, "account.invited", { accountId, personId: account.personId });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "account.invited",
    subjectId: accountId,
  });
}

export type Place = {
  programmeId: Id<"programme"> | null;
  workshopId: Id<"workshop"> | null;
  institutionId: Id<"institution"> | null;
};
export const noPlace: Place = { programmeId: null, workshopId: null, institutionId: null };

/** @returns the grant's id; null where the account has this very grant already */
export async function addGrant(
  trx: Writer,
  { accountId, role, place }: { accountId: Id<"account">; role: Role; place: Place },
  { accountId: byAccountId, at }: By,
): Promise<Id<"roleGrant"> | null> {
  const id = newId<"roleGrant">();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("roleGrant")
    .values({ id, accountId, role, ...place, grantedAt: at, grantedBy: byAccountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return null;
  await closeSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "grant.added",
    subjectId: accountId,
    details: { role, ...place },
  });
  return id;
}

type GrantRemovalOutcome = "removed" | "missing" | "lastAdministrator";

export async function removeGrant(
  trx: Writer,
  { accountId, grantId }: { accountId: Id<"account">; grantId: Id<"roleGrant"> },
  { accountId: byAccountId, at }: By,
): Promise<GrantRemovalOutcome> {
  const administrators = await holdAdministrators(trx);
  const grant = await trx
    .selectFrom("roleGrant")
    .select(["role", "programmeId", "workshopId", "institutionId"])
    .where("id", "=", grantId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  if (!grant) return "missing";
  if (grant.role === "administrator" && leavesNoAdministrator(administrators, accountId)) return "lastAdministrator";
  await trx.deleteFrom("roleGrant").where("id", "=", grantId).execute();
  await closeSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "grant.removed",
    subjectId: accountId,
    details: grant,
  });
  return "removed";
}

/** A workshop is removed: the roles that held only there end. */
export async function dropWorkshopGrants(
  trx: Writer,
  workshopId: Id<"workshop">,
  { accountId: byAccountId, at }: By,
): Promise<void> {
  const grants = await trx
    .deleteFrom("roleGrant")
    .where("workshopId", "=", workshopId)
    .returning(["accountId", "role", "workshopId"])
    .execute();
  for (const { accountId, ...details } of grants) {
    await closeSessions(trx, { accountId, at });
    await audit(trx, at, { accountId: byAccountId, action: "grant.removed", subjectId: accountId, details });
  }
}

/** Ends the account's sessions and links. @returns false for the last administrator */
export async function disableAccount(
  trx: Writer,
  accountId: Id<"account">,
  { accountId: byAccountId, at }: By,
): Promise<boolean> {
  const administrators = await holdAdministrators(trx);
  if (administrators.includes(accountId) && leavesNoAdministrator(administrators, accountId)) return false;
  await trx
    .updateTable("account")
    .set({ disabledAt: at })
    .where("id", "=", accountId)
    .where("disabledAt", "is", null)
    .execute();
  await closeLinks(trx, { accountId, at });
  // whoever signs in at this moment either has a session by now, which ends here, or will find the account disabled
  await holdCredentials(trx, accountId);
  await closeSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "account.disabled",
    subjectId: accountId,
  });
  return true;
}

export async function enableAccount(trx: Writer, accountId: Id<"account">, { accountId: byAccountId, at }: By) {
  await trx.updateTable("account").set({ disabledAt: null }).where("id", "=", accountId).execute();
  await emit(trx, at, "account.enabled", { accountId });
  await clearEndedSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "account.enabled",
    subjectId: accountId,
  });
}

/**
 * Two administrators may remove each other at the same moment. The second waits here, and then sees what the first did.
 */
export async function holdAdministrators(trx: Writer): Promise<Id<"account">[]> {
  await trx.updateTable("roleGrant").set({ role: "administrator" }).where("role", "=", "administrator").execute();
  return listAdministrators(trx);
}
