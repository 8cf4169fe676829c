import type { By } from "#app/access/actor.ts";
import type { AuditAction } from "#app/audit/actions.ts";
import { audit } from "#app/audit/commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { NominationActor, NominationState } from "./rules.ts";

type Recorded = {
  id: Id<"nomination">;
  from: NominationState | null;
  to: NominationState;
  who: NominationActor;
  reason?: string;
};

/** Who has brought a nomination into which state, and why: for its history, and for the record. */
export async function recordStep(
  trx: Writer,
  { id, from, to, who, reason = "" }: Recorded,
  { accountId, at }: By,
): Promise<void> {
  await trx
    .insertInto("nominationEvent")
    .values({ id: newId(), nominationId: id, fromState: from, toState: to, who, accountId, at, reason })
    .execute();
  const action = actions[to];
  await audit(trx, at, { accountId, action, subjectId: id, details: { from, who } });
}

const actions = {
  draft: "nomination.begun",
  submitted: "nomination.submitted",
  endorsed: "nomination.endorsed",
  returned: "nomination.returned",
  selected: "nomination.selected",
  reserve: "nomination.reserve",
  notSelected: "nomination.notSelected",
  withdrawn: "nomination.withdrawn",
} as const satisfies Record<NominationState, AuditAction>;
