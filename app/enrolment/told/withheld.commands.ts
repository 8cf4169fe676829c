import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Untold } from "#app/workshops/form.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { ToldPlan } from "./plan.ts";
import { keepPlan } from "./told.commands.ts";
import { findPlan } from "./told.queries.ts";

/** The plan as it is before a change of which nobody is to be told; null where people are told as ever. */
export const planToWithhold = async (trx: Writer, workshopId: Id<"workshop">, { isUntold }: Untold) =>
  isUntold ? findPlan(trx, workshopId) : null;

type Change = { workshopId: Id<"workshop">; before: ToldPlan | null; reason: string };

/**
 * Notes that nobody is told of the change that was just made by itself. A letter that goes later, about something else,
 * tells of it too: it compares what somebody was told with what is true then.
 */
export async function withholdChange(trx: Writer, { workshopId, before, reason }: Change, { accountId, at }: By) {
  const after = before && (await findPlan(trx, workshopId));
  if (!before || !after) return;
  const beforeId = await keepPlan(trx, workshopId, JSON.stringify(before));
  const afterId = await keepPlan(trx, workshopId, JSON.stringify(after));
  if (beforeId === afterId) return;
  await trx
    .insertInto("withheldChange")
    .values({ id: newId(), workshopId, beforeId, afterId, withheldAt: at })
    .execute();
  await audit(trx, at, { accountId, action: "enrolment.withheld", subjectId: workshopId, details: { reason } });
}
