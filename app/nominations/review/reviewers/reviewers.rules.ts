import type { Role } from "#app/access/permissions.ts";

/** Roles whose holders may judge nominees. */
const judging: readonly Role[] = ["administrator", "coordinator", "manager", "instructor"];

/** Why an account cannot review; null where it can. Whoever nominates never judges. */
export function reviewerRefusal(account: { roles: readonly Role[] } | null): "unknown" | "focalPoint" | "role" | null {
  if (!account) return "unknown";
  if (account.roles.includes("focalPoint")) return "focalPoint";
  return account.roles.some((role) => judging.includes(role)) ? null : "role";
}
