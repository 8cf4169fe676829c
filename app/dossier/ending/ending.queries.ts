import type { Instant } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Timing } from "#app/workshops/moments.rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { erasedOn, journeyEraseDays } from "../rules.ts";

const timing = [
  "workshop.zone",
  "workshop.startsOn",
  "workshop.endsOn",
  "workshop.beginsAt",
  "workshop.endsAt",
] as const;

const isOver = (workshop: Timing, days: number, at: Instant) =>
  localDate(at, workshop.zone) >= erasedOn(workshop, days);

/** Tasks whose time is over and that still keep something of somebody. */
export async function listToErase(
  db: Reader,
  at: Instant,
): Promise<{ taskId: Id<"dossierTask">; workshopId: Id<"workshop"> }[]> {
  const rows = await db
    .selectFrom("dossierTask")
    .innerJoin("workshop", "workshop.id", "dossierTask.workshopId")
    .select(["dossierTask.id as taskId", "dossierTask.workshopId", "dossierTask.eraseDays"])
    .select(timing)
    .where("workshop.endsOn", "<=", localDate(at, "UTC"))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("dossierEntry")
          .select("dossierEntry.id")
          .whereRef("dossierEntry.taskId", "=", "dossierTask.id")
          .where((kept) => kept.or([kept("heldOn", "is not", null), kept("heldText", "is not", null)])),
      ),
    )
    .orderBy("dossierTask.id")
    .execute();
  return rows.filter(({ eraseDays, ...workshop }) => isOver(workshop, eraseDays, at));
}

/** Workshops of long ago of which journeys, lodgings or reminders are still kept. */
export async function listWithJourneys(db: Reader, at: Instant): Promise<Id<"workshop">[]> {
  const rows = await db
    .selectFrom("workshop")
    .select("workshop.id")
    .select(timing)
    .where("workshop.endsOn", "<=", plusLocalDays(localDate(at, "UTC"), 2 - journeyEraseDays))
    .where((eb) => {
      const ofEnrolments = eb.selectFrom("enrolment").select("enrolment.id");
      const own = ofEnrolments.whereRef("enrolment.workshopId", "=", "workshop.id");
      return eb.or([
        eb.exists(own.innerJoin("dossierJourney", "dossierJourney.enrolmentId", "enrolment.id")),
        eb.exists(own.innerJoin("dossierLodging", "dossierLodging.enrolmentId", "enrolment.id")),
        eb.exists(own.innerJoin("dossierReminder", "dossierReminder.enrolmentId", "enrolment.id")),
      ]);
    })
    .orderBy("workshop.id")
    .execute();
  return rows.filter((workshop) => isOver(workshop, journeyEraseDays, at)).map(({ id }) => id);
}
