import type { By } from "#app/access/actor.ts";
import type { Writer } from "#db/database.ts";
import { recordEvent } from "./events.commands.ts";
import type { EnrolmentState } from "./rules.ts";

export type Settlement = { id: string; state: EnrolmentState; hasCompleted: boolean };

/** Writes down who has completed a workshop and who has not; whoever stands so already is left alone. */
export async function settle(trx: Writer, outcomes: readonly Settlement[], { accountId, at }: By): Promise<void> {
  for (const { id, state, hasCompleted } of outcomes) {
    const settled = hasCompleted ? "completed" : "notCompleted";
    if (state === settled) continue;
    await trx.updateTable("enrolment").set({ state: settled, changedAt: at }).where("id", "=", id).execute();
    await recordEvent(trx, { enrolmentId: id, from: state, to: settled, at, accountId });
  }
}
