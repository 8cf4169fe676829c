import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import type { Marks } from "#app/attendance/measures.rules.ts";
import { statesOf, type WorkshopGroup } from "#app/statistics/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { inScope } from "./queries.ts";
import type { Scope } from "./scope.rules.ts";

export const pageSize = 50;

/** Ids of all workshops of a group: what is planned by date, the rest from the latest back. */
export async function listGroupIds(db: Reader, scope: Scope, group: WorkshopGroup): Promise<Id<"workshop">[]> {
  const rows = await inGroup(db, scope, group).execute();
  return rows.map(({ id }) => id);
}

/** The same, a page of them. */
export async function listGroupPage(
  db: Reader,
  scope: Scope,
  group: WorkshopGroup,
  page: number,
): Promise<Id<"workshop">[]> {
  const rows = await inGroup(db, scope, group)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map(({ id }) => id);
}

const inGroup = (db: Reader, scope: Scope, group: WorkshopGroup) =>
  db
    .selectFrom("workshop")
    .select("workshop.id")
    .where(inScope(scope))
    .where("workshop.state", "in", statesOf[group])
    .orderBy("workshop.startsOn", group === "planned" ? "asc" : "desc")
    .orderBy("workshop.code");

/** The marks behind each enrolment's own rate. */
export async function countMarksOf(
  db: Reader,
  enrolmentIds: Id<"enrolment">[],
): Promise<(enrolmentId: Id<"enrolment">) => Marks> {
  if (!enrolmentIds.length) return () => none;
  const rows = await db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .where("mark.enrolmentId", "in", enrolmentIds)
    .where(isCounted)
    .select(({ fn }) => [
      "mark.enrolmentId",
      fn.countAll<number>().as("counted"),
      fn.countAll<number>().filterWhere(isAttended).as("attended"),
    ])
    .groupBy("mark.enrolmentId")
    .execute();
  const found = new Map(rows.map(({ enrolmentId, ...marks }) => [enrolmentId, marks]));
  return (enrolmentId) => found.get(enrolmentId) ?? none;
}

const none: Marks = { attended: 0, counted: 0 };
