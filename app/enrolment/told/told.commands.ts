import { activeStates } from "#app/enrolment/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { ToldPlan } from "./plan.ts";

/** Notes what a letter has told somebody. Whoever has withdrawn while it was on its way has nothing to remember. */
export async function keepTold(
  trx: Writer,
  enrolmentId: Id<"enrolment">,
  plan: ToldPlan,
  toldAt: Instant,
): Promise<void> {
  const enrolment = await trx
    .selectFrom("enrolment")
    .select("workshopId")
    .where("id", "=", enrolmentId)
    .where("state", "in", activeStates)
    .executeTakeFirst();
  if (!enrolment) return;
  const planId = await keepPlan(trx, enrolment.workshopId, JSON.stringify(plan));
  await trx
    .insertInto("told")
    .values({ enrolmentId, planId, toldAt })
    .onConflict((conflict) => conflict.column("enrolmentId").doUpdateSet({ planId, toldAt }))
    .execute();
}

/** Everybody who was told the same shares it. @returns its id */
export async function keepPlan(trx: Writer, workshopId: Id<"workshop">, plan: string): Promise<Id<"toldPlan">> {
  const known = await trx
    .selectFrom("toldPlan")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("plan", "=", plan)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId<"toldPlan">();
  await trx.insertInto("toldPlan").values({ id, workshopId, plan }).execute();
  return id;
}

/** Whoever withdraws is told of nothing more, and on coming back of nothing that happened in between. */
export async function forgetTold(trx: Writer, enrolmentId: Id<"enrolment">): Promise<void> {
  await trx.deleteFrom("told").where("enrolmentId", "=", enrolmentId).execute();
}
