import { seatedStates } from "#app/enrolment/rules.ts";
import { isSeatable, nominationStates } from "#app/nominations/nomination/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Sender = { workshopId: Id<"workshop">; institutionId: Id<"institution"> };

/** Whom an institution has nominated and who has a seat now. */
export const listSentSeats = (db: Reader, { workshopId, institutionId }: Sender) =>
  db
    .selectFrom("nomination")
    .innerJoin("enrolment", (join) =>
      join
        .onRef("enrolment.personId", "=", "nomination.personId")
        .onRef("enrolment.workshopId", "=", "nomination.workshopId"),
    )
    .innerJoin("person", "person.id", "nomination.personId")
    .select(["enrolment.id", "nomination.id as nominationId"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .where("nomination.workshopId", "=", workshopId)
    .where("nomination.institutionId", "=", institutionId)
    .where("nomination.state", "in", nominationStates.filter(isSeatable))
    .where("enrolment.state", "in", [...seatedStates])
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("nomination.rank")
    .execute();
