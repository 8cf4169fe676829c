import { describe, expect, test } from "vitest";
import {
  covers,
  type Grant,
  may,
  type Permission,
  permissions,
  type Role,
  reachOf,
  roles,
} from "#app/access/permissions.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";

/** Written out once more, so that a change of the table is a decision and never a slip. */
const table: Record<Permission, string> = {
  //                     admin coord manag instr focal offic
  "own.read": /*        */ "● ● ● ● ● ●",
  "own.change": /*      */ "● ● ● ● ● ●",
  "enrolment.create": /**/ "· ● · ● ● ●",
  "desk.read": /*       */ "● ● · ● · ·",
  "workshop.change": /* */ "● ● · · · ·",
  "participant.read": /**/ "● ● · ● · ·",
  "participant.change": /**/ "● ● · · · ·",
  "attendance.record": /**/ "● ● · ● · ·",
  "material.add": /*    */ "● ● · ● · ·",
  "material.change": /* */ "● ● · · · ·",
  "certificate.issue": /**/ "● ● · · · ·",
  "certificate.end": /* */ "● ● · · · ·",
  "person.read": /*     */ "● ● · · · ·",
  "venue.change": /*    */ "● ● · · · ·",
  "person.change": /*   */ "● ● · · · ·",
  "faculty.change": /*  */ "● ● · · · ·",
  "message.read": /*    */ "● ● · · · ·",
  "message.resend": /*  */ "● ● · · · ·",
  "message.write": /*   */ "● ● · · · ·",
  "nomination.send": /* */ "· · · · ● ·",
  "nomination.review": /**/ "● ● · · · ·",
  "nomination.unseal": /**/ "· ● · · · ·",
  "progress.read": /*   */ "● · ● · · ·",
  "programme.read": /*  */ "● ● ● · · ·",
  "programme.plan": /*  */ "● ● · · · ·",
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
  test.each(everyPair)("$role × $permission, everywhere and in each kind of place", ({ permission, role }) => {
    const isAllowed = (permissions[permission] as readonly Role[]).includes(role);
    const reach = (place: Partial<Grant>) => reachOf({ grants: [grant(role, place)] }, permission);
    expect(reach({})).toEqual(isAllowed ? { ...nowhere, everywhere: true } : nowhere);
    expect(reach({ programmeId: id("programme", "p") })).toEqual(
      isAllowed ? { ...nowhere, programmeIds: [id("programme", "p")] } : nowhere,
    );
    expect(reach({ workshopId: id("workshop", "w") })).toEqual(
      isAllowed ? { ...nowhere, workshopIds: ["w"] } : nowhere,
    );
    expect(reach({ institutionId: id("institution", "i") })).toEqual(
      isAllowed ? { ...nowhere, institutionIds: ["i"] } : nowhere,
    );
  });

  test("grants add up, and only those that give the permission", () => {
    const grants = [
      grant("coordinator", { programmeId: id("programme", "p1") }),
      grant("coordinator", { programmeId: id("programme", "p2") }),
      grant("instructor", { workshopId: id("workshop", "w1") }),
      grant("manager"),
      grant("focalPoint", { institutionId: id("institution", "i1") }),
      grant("focalPoint", { institutionId: id("institution", "i2") }),
    ];
    expect(reachOf({ grants }, "attendance.record")).toEqual({
      ...nowhere,
      programmeIds: ["p1", "p2"],
      workshopIds: ["w1"],
    });
    expect(reachOf({ grants }, "workshop.change")).toEqual({ ...nowhere, programmeIds: ["p1", "p2"] });
    expect(reachOf({ grants }, "progress.read")).toEqual({ ...nowhere, everywhere: true });
    expect(reachOf({ grants }, "enrolment.create")).toEqual({
      ...nowhere,
      programmeIds: ["p1", "p2"],
      workshopIds: ["w1"],
      institutionIds: ["i1", "i2"],
    });
  });

  test("an institution reaches no workshop", () => {
    const reach = reachOf(
      { grants: [grant("focalPoint", { institutionId: id("institution", "i1") })] },
      "enrolment.create",
    );
    expect(covers(reach, { programmeId: id("programme", "i1"), workshopId: id("workshop", "i1") })).toBe(false);
  });
});
