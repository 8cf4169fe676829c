import type { By } from "#app/access/actor.ts";
import { holdAdministrators } from "#app/accounts/commands.ts";
import { findAccountIdByEmail } from "#app/accounts/queries.ts";
import { audit } from "#app/audit/commands.ts";
import { closeSessions } from "#app/sessions/commands.ts";
import { holdCredentials } from "#app/sign-in/commands.ts";
import { closeLinks } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listDoubleAccounts } from "./merge.queries.ts";
import {
  type AccountMergeRefusal,
  accountMergeRefusal,
  type MergedAccounts,
  rolesGained,
  type StoredRole,
} from "./merge.rules.ts";

type Merging = {
  /** The two people who are one: each has an account. */
  personIds: [Id<"person">, Id<"person">];
  /** Whose account stays. */
  staysWith: Id<"person">;
  /** Whether whoever merges may give roles to others. */
  mayGrant: boolean;
};

type AccountMergeOutcome =
  | { status: "merged"; merged: MergedAccounts }
  | { status: "refused"; because: AccountMergeRefusal };

/**
 * Makes one account of two: the one that goes can be signed in with no more, and belongs to nobody. Its roles are the
 * other's from now on, where whoever merges may give them. What was done with it stays done by it.
 */
export async function mergeAccounts(
  trx: Writer,
  { personIds, staysWith, mayGrant }: Merging,
  by: By,
): Promise<AccountMergeOutcome> {
  const administrators = await holdAdministrators(trx);
  const pair = await listDoubleAccounts(trx, personIds);
  const stays = pair.find(({ personId }) => personId === staysWith) as (typeof pair)[number];
  const goes = pair.find(({ personId }) => personId !== staysWith) as (typeof pair)[number];
  const refusal = accountMergeRefusal({ stays, goes, own: by.accountId, mayGrant, administrators });
  if (refusal) return { status: "refused", because: refusal };

  const gained = rolesGained(stays.grants, goes.grants);
  await moveRoles(trx, gained, stays.id);
  await shut(trx, goes.id, by);
  if (gained.length) await closeSessions(trx, { accountId: stays.id, at: by.at });
  const earlier = await trx
    .updateTable("account")
    .set({ mergedIntoId: stays.id })
    .where("mergedIntoId", "=", goes.id)
    .returning("id")
    .execute();
  await trx
    .updateTable("account")
    .set({ personId: null, email: null, mergedIntoId: stays.id })
    .where("id", "=", goes.id)
    .execute();
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "account.merged",
    subjectId: stays.id,
    details: {
      gone: goes.id,
      roles: gained.map(({ role, programmeId, workshopId }) => ({ role, programmeId, workshopId })),
    },
  });
  return {
    status: "merged",
    merged: {
      ...{ stayedId: stays.id, goneId: goes.id, personId: goes.personId, email: goes.email },
      wasActive: goes.state === "active",
      gained,
      earlierIds: earlier.map(({ id }) => id),
    },
  };
}

/** Whoever signs in at this moment either has a session by now, which ends here, or will find no such account. */
async function shut(trx: Writer, accountId: Id<"account">, { at }: By): Promise<void> {
  await closeLinks(trx, { accountId, at });
  await holdCredentials(trx, accountId);
  await closeSessions(trx, { accountId, at });
}

async function moveRoles(trx: Writer, roles: readonly StoredRole[], accountId: Id<"account">): Promise<void> {
  if (!roles.length) return;
  const ids = roles.map(({ id }) => id);
  await trx.updateTable("roleGrant").set({ accountId }).where("id", "in", ids).execute();
}

/**
 * They are two accounts again, each with its own roles; a role that was taken away since stays so. The people are two
 * by then. Refused where the address has become another account's.
 */
export async function unmergeAccounts(
  trx: Writer,
  merged: MergedAccounts,
  by: By,
): Promise<"unmerged" | "addressTaken"> {
  const { stayedId, goneId, personId, email, gained, earlierIds } = merged;
  if (await findAccountIdByEmail(trx, email)) return "addressTaken";
  await trx.updateTable("account").set({ personId, email, mergedIntoId: null }).where("id", "=", goneId).execute();
  if (earlierIds.length)
    await trx.updateTable("account").set({ mergedIntoId: goneId }).where("id", "in", earlierIds).execute();
  await moveRoles(trx, gained, goneId);
  if (gained.length) await closeSessions(trx, { accountId: stayedId, at: by.at });
  for (const [subjectId, other] of [[stayedId, goneId] as const, [goneId, stayedId] as const])
    await audit(trx, by.at, { accountId: by.accountId, action: "account.unmerged", subjectId, details: { other } });
  return "unmerged";
}
