import type { Role } from "#app/access/permissions.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

const placeKinds = ["programme", "workshop", "institution"] as const;
export type PlaceKind = (typeof placeKinds)[number];
type PlaceRule = { kind: PlaceKind; isNeeded: boolean };

/** The kind of place in which a role holds. Without a place, a role that may have one holds everywhere. */
export const placeRules: Record<Role, PlaceRule | null> = {
  administrator: null,
  coordinator: { kind: "programme", isNeeded: true },
  manager: { kind: "programme", isNeeded: false },
  instructor: { kind: "workshop", isNeeded: true },
  focalPoint: { kind: "institution", isNeeded: true },
  official: null,
};

/** At least one administrator who can sign in must be left. `administrators`: the accounts of those who can. */
export const leavesNoAdministrator = (administrators: readonly Id<"account">[], withoutAccountId: Id<"account">) =>
  administrators.every((accountId) => accountId === withoutAccountId);

export type AccountState = "active" | "invited" | "disabled";

/** @param account.isClaimed whether its holder has anything to sign in with */
export function accountState(account: { disabledAt: Instant | null; isClaimed: boolean }): AccountState {
  if (account.disabledAt) return "disabled";
  return account.isClaimed ? "active" : "invited";
}
