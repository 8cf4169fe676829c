import { describe, expect, test } from "vitest";
import type { Grant } from "#app/access/permissions.ts";
import {
  accountMergeRefusal,
  type DoubleAccount,
  isOfferedBefore,
  rolesGained,
} from "#app/accounts/merge/merge.rules.ts";
import type { AccountState } from "#app/accounts/rules.ts";
import { id } from "#test/support/ids.ts";

const nowhere = { programmeId: null, workshopId: null, institutionId: null };
const official: Grant = { role: "official", ...nowhere };
const administrator: Grant = { role: "administrator", ...nowhere };
const coordinator = (programmeId: string): Grant => ({
  role: "coordinator",
  ...nowhere,
  programmeId: id("programme", programmeId),
});

const account = (name: string, change: Partial<DoubleAccount> = {}): DoubleAccount => ({
  id: id("account", name),
  state: "active",
  createdAt: "2026-11-01T12:00:00.000Z",
  grants: [official],
  ...change,
});
const states: AccountState[] = ["active", "invited", "disabled"];

describe("of two accounts of one person", () => {
  test("one in use is offered before one that is not, and of two alike the older", () => {
    for (const [place, state] of states.entries())
      for (const [otherPlace, other] of states.entries()) {
        const older = account("a", { state });
        const younger = account("b", { state: other, createdAt: "2026-11-02T12:00:00.000Z" });
        expect([state, other, isOfferedBefore(older, younger)]).toEqual([state, other, place <= otherPlace]);
        expect(isOfferedBefore(younger, older)).toBe(otherPlace < place);
      }
  });

  test("the one that stays gets the roles that it has not in their places", () => {
    const gained = rolesGained([official, coordinator("one")], [official, coordinator("one"), coordinator("two")]);
    expect(gained).toEqual([coordinator("two")]);
    expect(rolesGained([administrator], [])).toEqual([]);
  });

  test("whoever gives roles merges any two, but for their own account and the last administrator's", () => {
    const merging = { own: id("account", "own"), mayGrant: true, administrators: [] };
    for (const state of states)
      for (const other of states)
        for (const grants of [[official], [administrator], [coordinator("one")]]) {
          const [stays, goes] = [account("stays", { state }), account("goes", { state: other, grants })];
          expect(accountMergeRefusal({ ...merging, stays, goes })).toBeNull();
          expect(accountMergeRefusal({ ...merging, stays, goes, own: goes.id })).toBe("ownAccount");
          expect(accountMergeRefusal({ ...merging, stays, goes, own: stays.id })).toBeNull();
          const alone = accountMergeRefusal({ ...merging, stays, goes, administrators: [goes.id] });
          expect(alone).toBe(state === "active" ? null : "lastAdministrator");
          const another = [goes.id, id("account", "another")];
          expect(accountMergeRefusal({ ...merging, stays, goes, administrators: another })).toBeNull();
        }
  });

  test("whoever gives no roles neither gives one by a merge, nor shuts anybody out", () => {
    const merging = { own: id("account", "own"), mayGrant: false, administrators: [] };
    for (const state of states)
      for (const other of states) {
        const [stays, goes] = [account("stays", { state }), account("goes", { state: other })];
        const shutsOut = state === "disabled" && other !== "disabled";
        expect(accountMergeRefusal({ ...merging, stays, goes })).toBe(shutsOut ? "disabledStays" : null);
        const beyond = { ...goes, grants: [official, coordinator("one")] };
        expect(accountMergeRefusal({ ...merging, stays, goes: beyond })).toBe(
          shutsOut ? "disabledStays" : "rolesBeyond",
        );
        // the other way round nothing is given
        expect(accountMergeRefusal({ ...merging, stays: { ...beyond, state: "active" }, goes: stays })).toBeNull();
      }
  });
});
