import { describe, expect, test } from "vitest";
import { type Grant, may, type Permission, permissions, type Role, reachOf, roles } from "#app/access/permissions.ts";

/** Written out once more, so that a change of the table is a decision and never a slip. */
const table: Record<Permission, string> = {
  //                     admin coord manag instr focal offic
  "own.read": /*        */ "● ● ● ● ● ●",
  "own.change": /*      */ "● ● ● ● ● ●",
  "enrolment.create": /**/ "· ● · ● ● ●",
  "desk.read": /*       */ "● ● · ● · ·",
  "workshop.change": /* */ "● ● · · · ·",
  "roster.read": /*     */ "● ● · ● · ·",
  "attendance.record": /**/ "● ● · ● · ·",
  "certificate.issue": /**/ "● ● · · · ·",
  "message.read": /*    */ "● ● · · · ·",
  "message.resend": /*  */ "● ● · · · ·",
  "progress.read": /*   */ "● · ● · · ·",
  "account.change": /*  */ "● · · · · ·",
  "programme.change": /**/ "● · · · · ·",
};

const columns: Role[] = ["administrator", "coordinator", "manager", "instructor", "focalPoint", "official"];
const everyPair = (Object.keys(permissions) as Permission[]).flatMap((permission) =>
  roles.map((role) => ({ permission, role })),
);
const grant = (role: Role, place: Partial<Grant> = {}): Grant => ({
  role,
  programmeId: null,
  workshopId: null,
  institutionId: null,
  ...place,
});

test.each(everyPair)("$role × $permission", ({ permission, role }) => {
  const isAllowed = table[permission].split(" ")[columns.indexOf(role)] === "●";
  expect(may({ grants: [grant(role)] }, permission)).toBe(isAllowed);
});

test("nobody may anything without a grant", () => {
  for (const permission of Object.keys(permissions) as Permission[])
    expect(may({ grants: [] }, permission)).toBe(false);
});

describe("the reach of a permission", () => {
  const nowhere = { everywhere: false, programmeIds: [], workshopIds: [] };

  test.each(everyPair)("$role × $permission, everywhere and in each kind of place", ({ permission, role }) => {
    const isAllowed = (permissions[permission] as readonly Role[]).includes(role);
    const reach = (place: Partial<Grant>) => reachOf({ grants: [grant(role, place)] }, permission);
    expect(reach({})).toEqual(isAllowed ? { ...nowhere, everywhere: true } : nowhere);
    expect(reach({ programmeId: "p" })).toEqual(isAllowed ? { ...nowhere, programmeIds: ["p"] } : nowhere);
    expect(reach({ workshopId: "w" })).toEqual(isAllowed ? { ...nowhere, workshopIds: ["w"] } : nowhere);
    expect(reach({ institutionId: "i" })).toEqual(nowhere);
  });

  test("grants add up, and only those that give the permission", () => {
    const grants = [
      grant("coordinator", { programmeId: "p1" }),
      grant("coordinator", { programmeId: "p2" }),
      grant("instructor", { workshopId: "w1" }),
      grant("manager"),
    ];
    expect(reachOf({ grants }, "attendance.record")).toEqual({
      everywhere: false,
      programmeIds: ["p1", "p2"],
      workshopIds: ["w1"],
    });
    expect(reachOf({ grants }, "workshop.change")).toEqual({
      everywhere: false,
      programmeIds: ["p1", "p2"],
      workshopIds: [],
    });
    expect(reachOf({ grants }, "progress.read")).toEqual({ everywhere: true, programmeIds: [], workshopIds: [] });
  });
});
