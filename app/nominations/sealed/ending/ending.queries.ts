import { type Instant, plusDays } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { sealedUntil, unselectedDays } from "../rules.ts";

const kept = (db: Reader) =>
  db
    .selectFrom("sealedAnswer")
    .innerJoin("application", "application.id", "sealedAnswer.applicationId")
    .innerJoin("nomination", "nomination.id", "application.nominationId")
    .where("sealedAnswer.sealed", "is not", null);

export type Due = { workshopId: Id<"workshop">; eraseDays: number };

/** Workshops whose time is over for parts that are kept so many days, and that still keep some. */
export async function listSealedDue(db: Reader, at: Instant): Promise<Due[]> {
  const rows = await kept(db)
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["nomination.workshopId", "sealedAnswer.eraseDays"])
    .select(["workshop.zone", "workshop.startsOn", "workshop.endsOn", "workshop.beginsAt", "workshop.endsAt"])
    .where("workshop.endsOn", "<=", localDate(at, "UTC"))
    .distinct()
    .execute();
  return rows.filter(({ eraseDays, ...workshop }) => localDate(at, workshop.zone) >= sealedUntil(workshop, eraseDays));
}

/** The applications of such a workshop, the first few of them. */
export const listKeptIn = (db: Reader, { workshopId, eraseDays }: Due, most: number) =>
  kept(db)
    .select(["sealedAnswer.applicationId", "sealedAnswer.section"])
    .where("nomination.workshopId", "=", workshopId)
    .where("sealedAnswer.eraseDays", "=", eraseDays)
    .orderBy("sealedAnswer.applicationId")
    .orderBy("sealedAnswer.section")
    .limit(most)
    .execute();

/** Of people who were not selected or are nominated no more, since some time; the first few of them. */
export const listOfEnded = (db: Reader, at: Instant, most: number) =>
  kept(db)
    .select(["sealedAnswer.applicationId", "sealedAnswer.section", "nomination.workshopId"])
    .where("nomination.state", "in", ["withdrawn", "notSelected"])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("nominationEvent")
            .select("nominationEvent.id")
            .whereRef("nominationEvent.nominationId", "=", "nomination.id")
            .where("nominationEvent.at", ">", plusDays(at, -unselectedDays)),
        ),
      ),
    )
    .orderBy("sealedAnswer.applicationId")
    .orderBy("sealedAnswer.section")
    .limit(most)
    .execute();
