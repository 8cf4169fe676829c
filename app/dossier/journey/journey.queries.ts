import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type Journey = Awaited<ReturnType<typeof listJourneysOf>>[number];

/** How somebody arrives and leaves, as far as it is known. */
export const listJourneysOf = (db: Reader, enrolmentId: Id<"enrolment">) =>
  db
    .selectFrom("dossierJourney")
    .select(["enrolmentId", "direction", "carrier", "place", "atLocal", "zone"])
    .where("enrolmentId", "=", enrolmentId)
    .execute();

/** The journeys of everybody in a workshop, by time. */
export const listJourneys = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("dossierJourney")
    .innerJoin("enrolment", "enrolment.id", "dossierJourney.enrolmentId")
    .select(["dossierJourney.enrolmentId", "dossierJourney.direction", "dossierJourney.carrier"])
    .select(["dossierJourney.place", "dossierJourney.atLocal", "dossierJourney.zone"])
    .where("enrolment.workshopId", "=", workshopId)
    .orderBy("dossierJourney.atLocal")
    .orderBy("dossierJourney.enrolmentId")
    .execute();

export type Lodging = NonNullable<Awaited<ReturnType<typeof findLodging>>>;

/** Where somebody stays; null where nobody has entered it. */
export async function findLodging(db: Reader, enrolmentId: Id<"enrolment">) {
  const row = await db
    .selectFrom("dossierLodging")
    .select(["name", "address", "telephone", "fromOn", "toOn"])
    .where("enrolmentId", "=", enrolmentId)
    .executeTakeFirst();
  return row ?? null;
}

/** Who of a workshop has a lodging, and which. */
export const listLodgings = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("dossierLodging")
    .innerJoin("enrolment", "enrolment.id", "dossierLodging.enrolmentId")
    .select(["dossierLodging.enrolmentId", "dossierLodging.name"])
    .where("enrolment.workshopId", "=", workshopId)
    .execute();
