import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { isCountedSession } from "#app/attendance/measures.queries.ts";
import { isFillableByGroup } from "#app/enrolment/free-seats.queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { columns, listWithTexts, named } from "#app/workshops/queries.ts";
import { seatingStates } from "#app/workshops/rules.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";

type Days = { from: LocalDate; until: LocalDate };

/**
 * Sessions of workshops under way that have ended, the earliest first. Those that do not count towards attendance, such
 * as a ceremony, are left out; so is what was completed: its marks were settled.
 */
export const listEndedSessions = (db: Reader, reach: Reach, { at, from, until }: Days & { at: Instant }) =>
  db
    .selectFrom("workshop")
    // in this order: few workshops are under way
    .crossJoin("session")
    .whereRef("session.workshopId", "=", "workshop.id")
    .select(["workshop.id as workshopId", "workshop.code", "workshop.seatsTaken"])
    .select(["session.id as sessionId", "session.number", "session.startsLocal"])
    .where("workshop.state", "in", [...seatingStates])
    .where("workshop.startsOn", ">=", from)
    .where("workshop.startsOn", "<=", until)
    .where("workshop.seatsTaken", ">", 0)
    .where("session.endsAt", "<", at)
    .where(isCountedSession)
    .where(withinReach(reach))
    .orderBy("session.startsAt")
    .orderBy("workshop.code")
    .execute();

/**
 * Of workshops that are not over: those that begin soon, or have begun, without a session or a venue or with seats to
 * take; and those with a free seat beside people who wait.
 */
export async function listInPreparation(db: Reader, reach: Reach, { from, until }: Days) {
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .select((eb) => eb.case().when(isFillableByGroup(eb)).then(1).else(0).end().as("isFillableByGroup"))
    .where("workshop.state", "in", ["draft", "published", "open", "closed", "running"])
    .where("workshop.endsOn", ">=", from)
    .where(withinReach(reach))
    .where((eb) =>
      eb.or([
        eb.and([
          eb("workshop.startsOn", "<=", until),
          eb.or([
            eb("workshop.beginsAt", "is", null),
            eb.and([eb("workshop.state", "=", "open"), eb("workshop.seatsTaken", "<", eb.ref("workshop.capacity"))]),
            eb.not(
              eb.exists(
                eb
                  .selectFrom("workshopText")
                  .select("workshopText.locale")
                  .whereRef("workshopText.workshopId", "=", "workshop.id")
                  .where("workshopText.venue", "<>", ""),
              ),
            ),
          ]),
        ]),
        eb.and([eb("workshop.reserveCount", ">", 0), eb("workshop.seatsTaken", "<", eb.ref("workshop.capacity"))]),
      ]),
    )
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .limit(mostInPreparation)
    .execute();
  const workshops = await listWithTexts(db, rows, named);
  const fillable = new Set(rows.flatMap(({ id, isFillableByGroup }) => (isFillableByGroup ? [id] : [])));
  return workshops.map((workshop) => ({ ...workshop, hasQueueBesideSeat: fillable.has(workshop.id) }));
}

/** Twice what a desk names. */
const mostInPreparation = 40;

const isWritten = (field: "title" | "summary" | "venue" | "requirements") =>
  sql<number>`case when ${sql.ref(`workshopText.${field}`)} <> '' then 1 else 0 end`.as(field);

/** Which texts of published and open workshops are written, in each language that has any. */
export const listWritten = (db: Reader, { from, until }: Days) =>
  db
    .selectFrom("workshop")
    .crossJoin("workshopText")
    .whereRef("workshopText.workshopId", "=", "workshop.id")
    .select(["workshop.id as workshopId", "workshop.programmeId", "workshop.code", "workshop.startsOn"])
    .select("workshopText.locale")
    .select([isWritten("title"), isWritten("summary"), isWritten("venue"), isWritten("requirements")])
    .select(({ selectFrom }) =>
      selectFrom("session")
        .crossJoin("sessionText")
        .whereRef("sessionText.sessionId", "=", "session.id")
        .whereRef("sessionText.locale", "=", "workshopText.locale")
        .whereRef("session.workshopId", "=", "workshop.id")
        .where("sessionText.title", "<>", "")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("titled"),
    )
    .where("workshop.state", "in", ["published", "open"])
    .where("workshop.endsOn", ">=", from)
    .where("workshop.startsOn", "<=", until)
    .execute();

/** Answers about seats that are awaited until a day at the latest, what is due earlier first. */
export const listAwaitedOffers = (db: Reader, reach: Reach, until: LocalDate) =>
  db
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code", "workshop.zone", "offer.state", "offer.answerByOn"])
    // written out, so that the index of open ones is used
    .where("offer.state", "=", sql.lit("open"))
    .where("offer.answerByOn", "<=", until)
    .where(withinReach(reach))
    .orderBy("offer.answerByOn")
    .execute();

/** Who is proposed in the place of somebody who was selected, and not decided on yet; one of them by its id. */
export const listProposedSubstitutes = (db: Reader, reach: Reach) =>
  db
    .selectFrom("nomination")
    // in this order: few stand in for others
    .crossJoin("workshop")
    .whereRef("workshop.id", "=", "nomination.workshopId")
    .select(["workshop.code", "workshop.startsOn", ({ fn }) => fn.countAll<number>().as("count")])
    .select(({ fn }) => fn.max("nomination.id").as("id"))
    .where("nomination.inPlaceOfId", "is not", null)
    .where("nomination.state", "=", "endorsed")
    .where("workshop.state", "not in", ["completed", "cancelled"])
    .where(withinReach(reach))
    .groupBy(["workshop.code", "workshop.startsOn"])
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .execute();

/** Workshops by their codes, for their titles. */
export async function listTitled(db: Reader, codes: string[]) {
  if (!codes.length) return [];
  const rows = await db.selectFrom("workshop").select(columns).where("workshop.code", "in", codes).execute();
  return listWithTexts(db, rows, ["title"]);
}
