import type { By } from "#app/access/actor.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { EnrolmentState } from "./rules.ts";

type Move = {
  enrolmentId: Id<"enrolment">;
  from: EnrolmentState | null;
  to: EnrolmentState;
  /** Where a coordinator acts for somebody else: the act, and why. What follows from it for others has no reason. */
  actId?: Id<"enrolmentAct"> | null;
  reason?: string | null;
};

/** Brings an enrolment into another state, and writes that into its history. */
export async function moveTo(trx: Writer, move: Move, by: By): Promise<void> {
  await trx
    .updateTable("enrolment")
    .set({ state: move.to, changedAt: by.at, ...(move.to === "withdrawn" && { quotaId: null }) })
    .where("id", "=", move.enrolmentId)
    .execute();
  await recordEvent(trx, move, by);
}

/** One line of an enrolment's history. */
export async function recordEvent(trx: Writer, move: Move, { accountId, at }: By): Promise<void> {
  const { enrolmentId, from, to, actId = null, reason = null } = move;
  await trx
    .insertInto("enrolmentEvent")
    .values({ id: newId(), enrolmentId, fromState: from, toState: to, at, byAccountId: accountId, reason, actId })
    .execute();
}
