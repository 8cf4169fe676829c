import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The enrolment of which one has become part; null where it is none of this workshop, or counts by itself. */
export async function findEnrolmentMergedInto(
  db: Reader,
  workshopId: Id<"workshop">,
  id: Id<"enrolment">,
): Promise<Id<"enrolment"> | null> {
  const row = await db
    .selectFrom("enrolment")
    .select("mergedIntoId")
    .where("id", "=", id)
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return row?.mergedIntoId ?? null;
}

/** What has become part of an enrolment: each with the marks that it has kept, in the order of the sessions. */
export async function listMergedInto(db: Reader, enrolmentId: Id<"enrolment">) {
  const merged = await db
    .selectFrom("enrolment")
    .select(["id", "requestedAt"])
    .where("mergedIntoId", "=", enrolmentId)
    .orderBy("requestedAt")
    .execute();
  const marks = merged.length ? await listMarksOf(db, merged) : [];
  return merged.map((one) => ({ ...one, marks: marks.filter((mark) => mark.enrolmentId === one.id) }));
}

const listMarksOf = (db: Reader, enrolments: readonly { id: Id<"enrolment"> }[]) =>
  db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .select(["mark.enrolmentId", "mark.status", "session.number"])
    .where(
      "mark.enrolmentId",
      "in",
      enrolments.map(({ id }) => id),
    )
    .orderBy("session.startsAt")
    .execute();
