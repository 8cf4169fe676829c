import { type Permission, permissions, type Role } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ownPath } from "#app/web/own-path.ts";

/** Where a role's work begins. */
export function landingPath(roles: readonly Role[], locale: Locale): string {
  const mayAny = (permission: Permission) =>
    roles.some((role) => (permissions[permission] as readonly Role[]).includes(role));
  if (mayAny("desk.read")) return to.desk({ locale });
  return mayAny("progress.read") ? to.progress({ locale }) : to.me({ locale });
}

/** A path to go on to after signing in: one of ours, but not sign-in or sign-out. */
export function onwardPath(next: unknown): string | null {
  // twice: what the first makes of `/..//elsewhere.test` the second refuses
  const path = ownPath(ownPath(next));
  return path && !/^\/[^/]*\/sign-(in|out)\b/.test(path) ? path : null;
}
