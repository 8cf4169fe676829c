import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { OwingNominee } from "./reminders.queries.ts";

/** Has nominees reminded, each once for each number of days, whoever looks how often. */
export async function remindOwingNominees(trx: Writer, owing: readonly OwingNominee[], at: Instant): Promise<void> {
  for (const { nominationId, workshopId, personId, closesOn, days } of owing) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("nomineeReminder")
      .values({ nominationId, closesOn, days, toldAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n)
      await emit(trx, at, "application.reminded", { nominationId }, { workshopId, personId });
  }
}
