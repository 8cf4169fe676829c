import { findNominationById, type Nomination } from "#app/nominations/nomination/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Replaced, substitutionWindow } from "./substitution.rules.ts";

/** Of somebody who was selected: whether they have their seat, and whether somebody is proposed in their place. */
export async function findReplaced(db: Reader, { id, state, workshopId, personId }: Nomination): Promise<Replaced> {
  const seat = await db
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("personId", "=", personId)
    .where("state", "=", "confirmed")
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  return { state, isSeated: seat !== undefined, hasSubstitute: (await findSubstitute(db, id)) !== null };
}

/** Who is proposed in somebody's place, or has taken it; null where nobody is. */
export async function findSubstitute(db: Reader, id: Id<"nomination">): Promise<Nomination | null> {
  const found = await db
    .selectFrom("nomination")
    .select("id")
    .where("inPlaceOfId", "=", id)
    .where("state", "not in", ["withdrawn", "notSelected"])
    .executeTakeFirst();
  return found ? findNominationById(db, found.id) : null;
}

/** Whether a substitute's nomination may still go on: whoever they stand in for has the seat, and there is time. */
export async function isSubstitutable(
  db: Reader,
  workshop: Workshop,
  { inPlaceOfId }: Nomination,
  at: Instant,
): Promise<boolean> {
  const replaced = inPlaceOfId && (await findNominationById(db, inPlaceOfId));
  if (!replaced || substitutionWindow(workshop, at) === "over") return false;
  const { state, isSeated } = await findReplaced(db, replaced);
  return state === "selected" && isSeated;
}
