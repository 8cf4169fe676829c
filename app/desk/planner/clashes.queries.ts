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
  return db
    .selectFrom("workshop as one")
    .innerJoin("workshop as other", (join) =>
      join
        .onRef("other.startsOn", "<=", "one.endsOn")
        .onRef("other.endsOn", ">=", "one.startsOn")
        .onRef("other.id", "<>", "one.id"),
    )
    .innerJoin("enrolment as here", "here.workshopId", "one.id")
    .innerJoin("enrolment as there", (join) =>
      join.onRef("there.workshopId", "=", "other.id").onRef("there.personId", "=", "here.personId"),
    )
    .select(["one.id", "other.id as otherId", "other.code", "other.programmeId"])
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .where("one.id", "in", workshopIds)
    .where("other.state", "in", takingPlace)
    .where("here.state", "in", activeStates)
    .where("there.state", "in", activeStates)
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
    .execute();
}
