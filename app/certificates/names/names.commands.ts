import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import { noteReminders } from "#app/people/commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listUnnamed } from "./names.queries.ts";

/**
 * Reminds everybody whose certificate waits for a confirmed name, each once a day at most, whatever their workshops.
 * @returns how many are written to
 */
export async function remindOfNames(trx: Writer, workshopId: Id<"workshop">, by: By): Promise<number> {
  const unnamed = await listUnnamed(trx, workshopId);
  const noted = new Set(
    await noteReminders(
      trx,
      unnamed.map(({ personId }) => personId),
      by.at,
    ),
  );
  if (!noted.size) return 0;
  for (const { enrolmentId, personId } of unnamed)
    if (noted.has(personId))
      await emit(trx, by.at, "certificate.nameMissed", { enrolmentId }, { workshopId, personId });
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "workshop.namesReminded",
    subjectId: workshopId,
    details: { people: noted.size },
  });
  return noted.size;
}
