import { findNominationById, findSubstitute, type Nomination } from "#app/nominations/nomination/queries.ts";
import { isSeatable, openStates } from "#app/nominations/nomination/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Replaced, substitutionWindow } from "./substitution.rules.ts";

/** Of somebody who was decided on: whether they have their seat, and whether somebody is proposed in their place. */
export const findReplaced = async (db: Reader, nomination: Nomination): Promise<Replaced> => ({
  state: nomination.state,
  isSeated: await isSeatHolder(db, nomination),
  hasSubstitute: (await findSubstitute(db, nomination.id)) !== null,
});

/** Whether a nominee holds a seat that nobody has settled yet. */
export async function isSeatHolder(db: Reader, { workshopId, personId }: Nomination): Promise<boolean> {
  const seat = await db
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("personId", "=", personId)
    .where("state", "=", "confirmed")
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  return seat !== undefined;
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
  return isSeatable(replaced.state) && (await isSeatHolder(db, replaced));
}

/** Substitutes who are proposed, and of whom it is still open what becomes of them: a page of them. */
export const listProposed = (db: Reader, after: Id<"nomination"> | null, most: number) =>
  db
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["nomination.id", "nomination.workshopId", "workshop.code"])
    .where("nomination.inPlaceOfId", "is not", null)
    .where("nomination.state", "in", [...openStates])
    .$if(after !== null, (query) => query.where("nomination.id", ">", after as Id<"nomination">))
    .orderBy("nomination.id")
    .limit(most)
    .execute();
