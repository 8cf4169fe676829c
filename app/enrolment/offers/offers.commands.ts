import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { answerByOf, type FormerOffer, standingOffers } from "./offers.rules.ts";

type Whose = { enrolmentId: Id<"enrolment">; workshopId: Id<"workshop"> };

/**
 * Asks somebody who has just been given a seat whether they come, where their workshop wants it so. The seat is theirs
 * already: nothing is oversold by a question. The workshop is held.
 */
export async function makeOffer(trx: Writer, { enrolmentId, workshopId }: Whose, { accountId, at }: By): Promise<void> {
  const workshop = await trx
    .selectFrom("workshop")
    .select(["state", "zone", "startsOn", "endsOn", "beginsAt", "endsAt", "promotionDays", "confirmDays"])
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  const answerByOn = answerByOf(workshop, workshop.confirmDays, at);
  if (answerByOn === null) return;
  await trx
    .insertInto("offer")
    .values({
      ...{ id: newId<"offer">(), enrolmentId, state: "open" },
      ...{ madeAt: at, countedFromOn: localDate(at, workshop.zone), answerByOn },
    })
    .execute();
  const details = { answerBy: answerByOn };
  await audit(trx, at, { accountId, action: "enrolment.offered", subjectId: enrolmentId, details });
}

/** Nothing is asked any more of somebody who has left their seat; what they had accepted counts no more. */
export const endOffer = (trx: Writer, enrolmentId: Id<"enrolment">, at: Instant) =>
  trx
    .updateTable("offer")
    .set({ state: "withdrawn", endedAt: at })
    .where("enrolmentId", "=", enrolmentId)
    .where("state", "in", standingOffers)
    .execute();

/** As before an act that is undone: what was asked with it was never told, and what it has ended stands again. */
export async function restoreOffer(
  trx: Writer,
  enrolmentId: Id<"enrolment">,
  former: FormerOffer | null,
): Promise<void> {
  const asked = trx
    .selectFrom("offer")
    .select("id")
    .where("enrolmentId", "=", enrolmentId)
    .where("state", "in", standingOffers)
    .$if(former !== null, (query) => query.where("id", "<>", former?.id ?? ("" as Id<"offer">)));
  await dropOffers(
    trx,
    (await asked.execute()).map(({ id }) => id),
  );
  if (former)
    await trx.updateTable("offer").set({ state: former.state, endedAt: null }).where("id", "=", former.id).execute();
}

/** Whoever was never enrolled was asked nothing. */
export async function forgetOffers(trx: Writer, enrolmentId: Id<"enrolment">): Promise<void> {
  const own = await trx.selectFrom("offer").select("id").where("enrolmentId", "=", enrolmentId).execute();
  await dropOffers(
    trx,
    own.map(({ id }) => id),
  );
}

async function dropOffers(trx: Writer, ids: Id<"offer">[]): Promise<void> {
  if (!ids.length) return;
  await trx.deleteFrom("offerLink").where("offerId", "in", ids).execute();
  await trx.deleteFrom("offer").where("id", "in", ids).execute();
}
