import { PermanentFailure } from "#app/outbox/job.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findNominationById } from "./queries.ts";

/** What a letter about a nomination is about. @throws PermanentFailure where it is gone */
export async function readNomination(db: Reader, id: Id<"nomination">) {
  const nomination = await findNominationById(db, id);
  const [workshop] = nomination ? await listWorkshopsById(db, [nomination.workshopId]) : [];
  if (!nomination || !workshop) throw new PermanentFailure("NoSuchNomination");
  return { nomination, workshop };
}
