import { expect, test } from "vitest";
import { roles } from "#app/access/permissions.ts";
import { accountState, leavesNoAdministrator, placeRules } from "#app/accounts/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { id } from "#test/support/ids.ts";

test("every role says where it holds, and those that the database binds to a place need one", () => {
  const needed = roles.filter((role) => placeRules[role]?.isNeeded).map((role) => [role, placeRules[role]?.kind]);
  expect(needed).toEqual([
    ["coordinator", "programme"],
    ["instructor", "workshop"],
    ["focalPoint", "institution"],
  ]);
});

const [a, b] = [id("account", "a"), id("account", "b")];

test("the last administrator is the only one who can sign in", () => {
  expect(leavesNoAdministrator([a], a)).toBe(true);
  expect(leavesNoAdministrator([], a)).toBe(true);
  expect(leavesNoAdministrator([a, b], a)).toBe(false);
  expect(leavesNoAdministrator([b], a)).toBe(false);
});

test.each<[Instant | null, boolean, string]>([
  [null, true, "active"],
  [null, false, "invited"],
  ["2026-11-23T00:00:00.000Z", true, "disabled"],
  ["2026-11-23T00:00:00.000Z", false, "disabled"],
])("disabled at %s, with a password %s: %s", (disabledAt, isClaimed, expected) => {
  expect(accountState({ disabledAt, isClaimed })).toBe(expected);
});
