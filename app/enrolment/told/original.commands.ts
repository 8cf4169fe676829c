import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findPlan } from "./told.queries.ts";

/**
 * Keeps the plan of a workshop as it is published, to be compared with what comes of it. One that was a draft again
 * meanwhile is planned anew: nobody has a place in it.
 */
export async function freezePlan(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<void> {
  const plan = await findPlan(trx, workshopId);
  if (!plan) return;
  const frozen = { plan: JSON.stringify(plan), frozenAt: at };
  await trx
    .insertInto("originalPlan")
    .values({ workshopId, ...frozen })
    .onConflict((conflict) => conflict.column("workshopId").doUpdateSet(frozen))
    .execute();
}
