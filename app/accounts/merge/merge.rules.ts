import type { Selectable } from "kysely";
import type { Grant } from "#app/access/permissions.ts";
import { type AccountState, leavesNoAdministrator } from "#app/accounts/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { RoleGrantTable } from "#db/schema.ts";

/** One of the two accounts of one person. */
export type DoubleAccount = {
  id: Id<"account">;
  state: AccountState;
  createdAt: Instant;
  grants: readonly Grant[];
};
type Pair<Account> = { stays: Account; goes: Account };

const byUse: readonly AccountState[] = ["active", "invited", "disabled"];

/** Which of two is offered to stay: one that is used rather than one that is not, and else the older. */
export function isOfferedBefore(one: DoubleAccount, other: DoubleAccount): boolean {
  const difference = byUse.indexOf(one.state) - byUse.indexOf(other.state);
  return difference === 0 ? one.createdAt <= other.createdAt : difference < 0;
}

const isSameRole = (one: Grant, other: Grant) =>
  one.role === other.role &&
  one.programmeId === other.programmeId &&
  one.workshopId === other.workshopId &&
  one.institutionId === other.institutionId;

/** Roles that only the account that goes has: the one that stays gets them. */
export const rolesGained = <Role extends Grant>(stays: readonly Grant[], goes: readonly Role[]): Role[] =>
  goes.filter((role) => !stays.some((own) => isSameRole(own, role)));

export type AccountMergeRefusal = "ownAccount" | "disabledStays" | "rolesBeyond" | "lastAdministrator";

type Merging = Pair<DoubleAccount> & {
  /** The account of whoever merges: it cannot be taken away under their hands. */
  own: Id<"account"> | null;
  /** Whether they may give roles and disable accounts: then what comes of it is theirs to decide. */
  mayGrant: boolean;
  /** Accounts that can sign in and give roles. */
  administrators: readonly Id<"account">[];
};

/** Why one of two accounts cannot take in the other; null where it can. */
export function accountMergeRefusal({
  stays,
  goes,
  own,
  mayGrant,
  administrators,
}: Merging): AccountMergeRefusal | null {
  if (goes.id === own) return "ownAccount";
  if (!mayGrant && stays.state === "disabled" && goes.state !== "disabled") return "disabledStays";
  if (!mayGrant && rolesGained(stays.grants, goes.grants).length) return "rolesBeyond";
  // whoever stays has the role from now on, and helps nobody where they cannot sign in
  const isLeft = stays.state === "active" || !administrators.includes(goes.id);
  return isLeft || !leavesNoAdministrator(administrators, goes.id) ? null : "lastAdministrator";
}

export type StoredRole = Selectable<RoleGrantTable>;

/** What two accounts were before they became one: with it, they can be two again. */
export type MergedAccounts = {
  stayedId: Id<"account">;
  goneId: Id<"account">;
  /** Of the account that is gone. */
  personId: Id<"person">;
  email: string;
  wasActive: boolean;
  /** Roles that the other has got. What both have stays with both: nobody acts by an account that is gone. */
  gained: StoredRole[];
  /** Accounts that had become part of the one that is gone. */
  earlierIds: Id<"account">[];
};
