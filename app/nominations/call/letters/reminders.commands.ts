import { findCall, listCallVersions } from "#app/nominations/call/queries.ts";
import { daysLeft, dueReminder } from "#app/nominations/call/rules.ts";
import { listWithLetter } from "#app/nominations/letter/queries.ts";
import { countStanding } from "#app/nominations/nomination/queries.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { listInvitedPeople } from "./invited.queries.ts";

/**
 * Has each focal point reminded who owes something before a closing day, once for each number of days. Whoever has sent
 * all that they have begun, with the letter, is left in peace.
 */
export async function remindOwing(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<void> {
  await hold(trx, "workshop", workshopId);
  const call = await findCall(trx, workshopId);
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  if (!call?.version || !workshop || !mayNow("nominate", workshop, at)) return;
  const { closesOn, zone } = call.content;
  const days = dueReminder(daysLeft(closesOn, zone, at));
  if (days === null) return;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("callReminder")
    .values({ workshopId, closesOn, days })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return;
  const [version] = await listCallVersions(trx, workshopId);
  const invited = await listInvitedPeople(trx, call.content);
  const owing = await owingAmong(trx, workshopId, [...new Set(invited.map((one) => one.institutionId))]);
  const people = new Set(invited.filter((one) => owing(one.institutionId)).map(({ personId }) => personId));
  if (version)
    for (const personId of people)
      await emit(trx, at, "call.reminded", { callVersionId: version.id, personId }, { workshopId, personId });
}

async function owingAmong(trx: Writer, workshopId: Id<"workshop">, institutionIds: Id<"institution">[]) {
  const counts = await countStanding(trx, [workshopId], institutionIds);
  const withLetter = new Set(
    (await listWithLetter(trx, [workshopId], institutionIds)).map(({ institutionId }) => institutionId),
  );
  return (id: Id<"institution">) => {
    const own = counts.filter(({ institutionId }) => institutionId === id);
    const isAllSent = own.length > 0 && own.every(({ state }) => state === "endorsed");
    return !isAllSent || !withLetter.has(id);
  };
}
