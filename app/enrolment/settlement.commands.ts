import type { By } from "#app/access/actor.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { moveTo } from "./events.commands.ts";
import { type EnrolmentState, nextState } from "./rules.ts";

type Settlement = { id: Id<"enrolment">; state: EnrolmentState; hasAttended: boolean };

/** Writes down who has completed a workshop and who has not. Whose state is right already is left alone. */
export async function settle(trx: Writer, outcomes: readonly Settlement[], by: By): Promise<void> {
  for (const { id, state, hasAttended } of outcomes) {
    const to = nextState(state, "coordinator", { isOver: true, attended: hasAttended });
    if (to) await moveTo(trx, { enrolmentId: id, from: state, to }, by);
  }
}

/** Takes back who has completed and who has not: the workshop goes on. */
export async function unsettle(trx: Writer, seated: readonly Omit<Settlement, "hasAttended">[], by: By): Promise<void> {
  for (const { id, state } of seated) {
    const to = nextState(state, "coordinator", { isOver: false });
    if (to) await moveTo(trx, { enrolmentId: id, from: state, to }, by);
  }
}
