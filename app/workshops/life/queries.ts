import type { Reach } from "#app/access/permissions.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type StoredMilestone = Awaited<ReturnType<typeof listMilestones>>[number];

/** What a workshop is to do by itself, and what has become of it. */
export const listMilestones = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("workshopMilestone")
    .select(["step", "dueOn", "settledAt", "outcome", "because"])
    .where("workshopId", "=", workshopId)
    .execute();

/** The same of many workshops, by workshop. */
export async function listMilestonesOf(db: Reader, workshopIds: readonly Id<"workshop">[]) {
  if (!workshopIds.length) return new Map<Id<"workshop">, StoredMilestone[]>();
  const rows = await db
    .selectFrom("workshopMilestone")
    .select(["workshopId", "step", "dueOn", "settledAt", "outcome", "because"])
    .where("workshopId", "in", workshopIds)
    .execute();
  return Map.groupBy<Id<"workshop">, StoredMilestone & { workshopId: Id<"workshop"> }>(rows, (row) => row.workshopId);
}

/** The last day of enrolment as it was planned, whatever has become of it; null where nobody has said. */
export async function findClosingDay(db: Reader, workshopId: Id<"workshop">): Promise<LocalDate | null> {
  const row = await db
    .selectFrom("workshopMilestone")
    .select("dueOn")
    .where("workshopId", "=", workshopId)
    .where("step", "=", "closed")
    .executeTakeFirst();
  return row?.dueOn ?? null;
}

/** The milestones of a workshop as the fields of their form. */
export async function findMilestoneValues(db: Reader, workshopId: Id<"workshop">) {
  const stored = await listMilestones(db, workshopId);
  const dayOf = (step: "open" | "closed") => stored.find((one) => one.step === step)?.dueOn ?? "";
  const isPlanned = stored.some(({ step }) => step === "running");
  return { open: dayOf("open"), closed: dayOf("closed"), running: isPlanned ? "1" : "" };
}

/** What may be due on some clock: whose day has come where days begin first, and that has not been settled. */
export const listWaitingSteps = (db: Reader, at: Instant) =>
  db
    .selectFrom("workshopMilestone")
    .innerJoin("workshop", "workshop.id", "workshopMilestone.workshopId")
    .select(["workshop.code", "workshopMilestone.workshopId", "workshopMilestone.step"])
    .where("workshopMilestone.outcome", "is", null)
    .where(({ eb, fn, ref }) =>
      eb(fn.coalesce(ref("workshopMilestone.dueOn"), ref("workshop.startsOn")), "<=", localDate(at, "Asia/Tokyo")),
    )
    .orderBy("workshop.code")
    .execute();

/** Steps that did not happen on their day, and that nobody has taken or planned anew since. */
export const listMissed = (db: Reader, reach: Reach) =>
  db
    .selectFrom("workshopMilestone")
    // in this order: few are missed
    .crossJoin("workshop")
    .whereRef("workshop.id", "=", "workshopMilestone.workshopId")
    .select(["workshop.code", "workshop.state", "workshop.startsOn", "workshopMilestone.step"])
    .where("workshopMilestone.outcome", "=", "missed")
    .where("workshop.state", "in", ["draft", "published", "open", "closed"])
    .where(withinReach(reach))
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .execute();
