import { sql } from "kysely";
import { activeStates, takingPlace } from "#app/enrolment/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The day on the venue's calendar on which a session begins. */
const sessionDay = sql<LocalDate>`substr(session.starts_local, 1, 10)`;

/** Which of some days have sessions of which of some workshops. */
export async function listDaysHeld(db: Reader, workshopIds: Id<"workshop">[], days: LocalDate[]) {
  if (!workshopIds.length || !days.length) return [];
  return db
    .selectFrom("session")
    .select(["session.workshopId", sessionDay.as("on")])
    .distinct()
    .where("session.workshopId", "in", workshopIds)
    .where(sessionDay, "in", days)
    .execute();
}

/**
 * Pairs of workshops, the first among some, that have people in common who should be in two sessions at once; and how
 * many people.
 */
export async function listSharedPeople(db: Reader, workshopIds: Id<"workshop">[]) {
  if (!workshopIds.length) return [];
  return (
    db
      .selectFrom("enrolment as here")
      // in this order: of all workshops of those days few have the same people
      .crossJoin("enrolment as there")
      .crossJoin("workshop as one")
      .crossJoin("workshop as other")
      .select(["one.id", "other.id as otherId", "other.code", "other.programmeId"])
      .select(({ fn }) => fn.countAll<number>().as("people"))
      .where("here.workshopId", "in", workshopIds)
      .where("here.state", "in", activeStates)
      .whereRef("there.personId", "=", "here.personId")
      .where("there.state", "in", activeStates)
      .whereRef("there.workshopId", "<>", "here.workshopId")
      .whereRef("one.id", "=", "here.workshopId")
      .whereRef("other.id", "=", "there.workshopId")
      .where("other.state", "in", takingPlace)
      .whereRef("other.startsOn", "<=", "one.endsOn")
      .whereRef("other.endsOn", ">=", "one.startsOn")
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("session as mine")
            .innerJoin("session as theirs", (join) =>
              join.onRef("theirs.startsAt", "<", "mine.endsAt").onRef("theirs.endsAt", ">", "mine.startsAt"),
            )
            .select("mine.id")
            .whereRef("mine.workshopId", "=", "one.id")
            .whereRef("theirs.workshopId", "=", "other.id"),
        ),
      )
      .groupBy(["one.id", "other.id", "other.code", "other.programmeId"])
      .execute()
  );
}
