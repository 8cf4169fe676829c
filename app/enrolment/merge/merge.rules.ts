import type { Former } from "#app/enrolment/behalf/behalf.rules.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import type { Side, Sides } from "#app/people/merge/merge.rules.ts";
import type { Id } from "#db/id.ts";

/** One of the two enrolments that one person has in a workshop. */
type DoubleEnrolment = {
  state: EnrolmentState;
  /** Whether a certificate of it is valid. */
  isCertified: boolean;
};

/**
 * Which of the two may stay: the one that a valid certificate rests on; either, where there is none. Neither where both
 * have one: a certificate cannot hang on what does not count, and only a revocation ends it.
 */
export const mayStay = ({ kept, gone }: Sides<DoubleEnrolment>): Side[] => [
  ...(gone.isCertified ? [] : (["kept"] as const)),
  ...(kept.isCertified ? [] : (["gone"] as const)),
];

const weights: Record<EnrolmentState, number> = {
  completed: 4,
  confirmed: 3,
  notCompleted: 2,
  reserve: 1,
  withdrawn: 0,
};

/** Which is offered: what has come further, and else that of the record that stays. Null where neither may stay. */
export function offeredToStay(sides: Sides<DoubleEnrolment>): Side | null {
  const [first, second] = mayStay(sides);
  if (!first || !second) return first ?? null;
  return weights[sides.gone.state] > weights[sides.kept.state] ? "gone" : "kept";
}

/** What an enrolment was before it became part of another: with it, they can be two again. */
export type MergedEnrolment = {
  workshopId: Id<"workshop">;
  stayedId: Id<"enrolment">;
  goneId: Id<"enrolment">;
  actId: Id<"enrolmentAct">;
  former: Former;
  /** Enrolments that had become part of the one that is gone. */
  earlierIds: Id<"enrolment">[];
};
