import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isCountedSession } from "./measures.queries.ts";
import type { MarkCounts } from "./measures.rules.ts";
import type { MarkStatus } from "./rules.ts";

/** Why a session cannot be removed: what was recorded in it is kept; null where it can. */
export async function findRemovalRefusal(
  db: Reader,
  workshop: Parameters<typeof mayNow>[1],
  { id }: { id: Id<"session"> },
  at: Instant,
): Promise<"over" | "hasMarks" | null> {
  if (!mayNow("planSessions", workshop, at)) return "over";
  return (await countMarksBySession(db, [id])).has(id) ? "hasMarks" : null;
}

/** The marks of one session, by enrolment. */
export async function listMarks(db: Reader, sessionId: Id<"session">): Promise<Map<Id<"enrolment">, MarkStatus>> {
  const rows = await db
    .selectFrom("mark")
    .select(["enrolmentId", "status"])
    .where("sessionId", "=", sessionId)
    .execute();
  return new Map(rows.map(({ enrolmentId, status }) => [enrolmentId, status]));
}

/** The marks of some sessions, by enrolment and by session. */
export async function listMarksOfSessions(
  db: Reader,
  sessionIds: Id<"session">[],
): Promise<Map<Id<"enrolment">, Map<Id<"session">, MarkStatus>>> {
  if (!sessionIds.length) return new Map();
  const rows = await db
    .selectFrom("mark")
    .select(["enrolmentId", "sessionId", "status"])
    .where("sessionId", "in", sessionIds)
    .execute();
  const byEnrolment = Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
  return new Map(
    [...byEnrolment].map(([id, own]) => [id, new Map(own.map(({ sessionId, status }) => [sessionId, status]))]),
  );
}

/** What was corrected in one session's marks, by enrolment, the latest first. */
export async function listCorrections(db: Reader, sessionId: Id<"session">) {
  const rows = await db
    .selectFrom("markCorrection as correction")
    .leftJoin("account", "account.id", "correction.correctedBy")
    .leftJoin("person", (join) => join.on(isHolder))
    .select(["correction.enrolmentId", "correction.formerStatus", "correction.correctedAt", "correction.reason"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select("person.country")
    .where("correction.sessionId", "=", sessionId)
    .orderBy("correction.correctedAt", "desc")
    .orderBy("correction.id", "desc")
    .execute();
  return Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
}

/** How many marks each of these sessions has, by its id. */
export async function countMarksBySession(
  db: Reader,
  sessionIds: Id<"session">[],
): Promise<Map<Id<"session">, number>> {
  if (!sessionIds.length) return new Map();
  const rows = await db
    .selectFrom("mark")
    .select(["sessionId", ({ fn }) => fn.countAll<number>().as("count")])
    .where("sessionId", "in", sessionIds)
    .groupBy("sessionId")
    .execute();
  return new Map(rows.map(({ sessionId, count }) => [sessionId, count]));
}

/**
 * Counts over a workshop's counted sessions, by enrolment.
 * @param only `held`: those that have a mark by now, so that what is still to come is not held against anybody
 */
export async function countMarksByEnrolment(
  db: Reader,
  workshopId: Id<"workshop">,
  only: "held" | "all" = "all",
): Promise<(enrolmentId: Id<"enrolment">) => MarkCounts> {
  const { sessions } = await db
    .selectFrom("session")
    .select(({ fn }) => fn.countAll<number>().as("sessions"))
    .where("workshopId", "=", workshopId)
    .where(isCountedSession)
    .$if(only === "held", (query) => query.where("id", "in", (eb) => eb.selectFrom("mark").select("mark.sessionId")))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .select(["mark.enrolmentId", "mark.status", ({ fn }) => fn.countAll<number>().as("count")])
    .where("session.workshopId", "=", workshopId)
    .where(isCountedSession)
    .groupBy(["mark.enrolmentId", "mark.status"])
    .execute();
  const counts = new Map<Id<"enrolment">, MarkCounts>();
  for (const { enrolmentId, status, count } of rows) {
    counts.set(enrolmentId, { ...(counts.get(enrolmentId) ?? nothing(sessions)), [status]: count });
  }
  return (enrolmentId) => counts.get(enrolmentId) ?? nothing(sessions);
}

/** The same of several workshops, for one enrolment in each. */
export async function countMarksOfEnrolments(
  db: Reader,
  enrolments: readonly { id: Id<"enrolment">; workshopId: Id<"workshop"> }[],
): Promise<Map<Id<"enrolment">, MarkCounts>> {
  if (!enrolments.length) return new Map();
  const sessions = await db
    .selectFrom("session")
    .select(["workshopId", ({ fn }) => fn.countAll<number>().as("sessions")])
    .where(
      "workshopId",
      "in",
      enrolments.map(({ workshopId }) => workshopId),
    )
    .where(isCountedSession)
    .groupBy("workshopId")
    .execute();
  const marks = await db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .select(["mark.enrolmentId", "mark.status", ({ fn }) => fn.countAll<number>().as("count")])
    .where(
      "mark.enrolmentId",
      "in",
      enrolments.map(({ id }) => id),
    )
    .where(isCountedSession)
    .groupBy(["mark.enrolmentId", "mark.status"])
    .execute();
  const held = new Map(sessions.map((row) => [row.workshopId, row.sessions]));
  const counts = new Map(enrolments.map(({ id, workshopId }) => [id, nothing(held.get(workshopId) ?? 0)]));
  for (const { enrolmentId, status, count } of marks)
    counts.set(enrolmentId, { ...(counts.get(enrolmentId) as MarkCounts), [status]: count });
  return counts;
}

/** How many certificates of a workshop are valid: they keep what they say, whatever a sheet is corrected to. */
export async function countIssued(db: Reader, workshopId: Id<"workshop">): Promise<number> {
  const { count } = await db
    .selectFrom("certificate")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workshopId", "=", workshopId)
    .where("status", "=", "valid")
    .executeTakeFirstOrThrow();
  return count;
}

const nothing = (sessions: number): MarkCounts => ({ present: 0, late: 0, excused: 0, absent: 0, sessions });
