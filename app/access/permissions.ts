import type { Id } from "#db/id.ts";
export const roles = ["administrator", "coordinator", "manager", "instructor", "focalPoint", "official"] as const;
export type Role = (typeof roles)[number];

/** Who may do what: the only such table. Where they may do it is decided by their grants, inside the queries. */
export const permissions = {
  "own.read": ["administrator", "coordinator", "manager", "instructor", "focalPoint", "official"],
  "own.change": ["administrator", "coordinator", "manager", "instructor", "focalPoint", "official"],
  "enrolment.create": ["official", "focalPoint", "instructor", "coordinator"],
  "desk.read": ["administrator", "coordinator", "instructor"],
  "workshop.change": ["administrator", "coordinator"],
  "participant.read": ["administrator", "coordinator", "instructor"],
  "participant.change": ["administrator", "coordinator"],
  "attendance.record": ["administrator", "coordinator", "instructor"],
  "material.add": ["administrator", "coordinator", "instructor"],
  "material.change": ["administrator", "coordinator"],
  "certificate.issue": ["administrator", "coordinator"],
  "certificate.end": ["administrator", "coordinator"],
  "venue.change": ["administrator", "coordinator"],
  "person.read": ["administrator", "coordinator"],
  "person.change": ["administrator", "coordinator"],
  "faculty.change": ["administrator", "coordinator"],
  "message.read": ["administrator", "coordinator"],
  "message.resend": ["administrator", "coordinator"],
  "message.write": ["administrator", "coordinator"],
  "nomination.send": ["focalPoint"],
  "nomination.review": ["administrator", "coordinator"],
  // what they need, and whom to call in an emergency
  "nomination.unseal": ["coordinator"],
  "progress.read": ["administrator", "manager"],
  "programme.read": ["administrator", "coordinator", "manager"],
  "programme.plan": ["administrator", "coordinator"],
  "account.change": ["administrator"],
  "programme.change": ["administrator"],
} satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

/** A role, and the place where it holds; no place means everywhere. */
export type Grant = {
  role: Role;
  programmeId: Id<"programme"> | null;
  workshopId: Id<"workshop"> | null;
  institutionId: Id<"institution"> | null;
};

type Grants = { grants: readonly Grant[] };

export const may = (actor: Grants, permission: Permission) => actor.grants.some(({ role }) => allows(permission, role));

/** The places in which an actor has a permission: everywhere, or the listed programmes, workshops and institutions. */
export type Reach = {
  everywhere: boolean;
  programmeIds: Id<"programme">[];
  workshopIds: Id<"workshop">[];
  institutionIds: Id<"institution">[];
};

export const everywhere: Reach = { everywhere: true, programmeIds: [], workshopIds: [], institutionIds: [] };

export function reachOf(actor: Grants, permission: Permission): Reach {
  const grants = actor.grants.filter(({ role }) => allows(permission, role));
  return {
    everywhere: grants.some((grant) => !grant.programmeId && !grant.workshopId && !grant.institutionId),
    programmeIds: grants.flatMap(({ programmeId }) => programmeId ?? []),
    workshopIds: grants.flatMap(({ workshopId }) => workshopId ?? []),
    institutionIds: grants.flatMap(({ institutionId }) => institutionId ?? []),
  };
}

/** Whether a reach takes in a workshop. An institution sends people to workshops, and owns none. */
export const covers = (
  { everywhere, programmeIds, workshopIds }: Reach,
  at: { programmeId: Id<"programme">; workshopId: Id<"workshop"> },
) => everywhere || programmeIds.includes(at.programmeId) || workshopIds.includes(at.workshopId);

const allows = (permission: Permission, role: Role) => (permissions[permission] as readonly Role[]).includes(role);
