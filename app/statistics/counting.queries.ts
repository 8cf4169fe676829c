import { type ExpressionBuilder, sql } from "kysely";
import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import { type AuditAction, type AuditSubject, changesPages } from "#app/audit/actions.ts";
import { listEntriesAfter } from "#app/audit/queries.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { seatingStates } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { belongs, certificatesOf } from "./belongs.queries.ts";
import type { Counted, OriginCount } from "./cells.ts";

export async function listAllWorkshopIds(db: Reader): Promise<Id<"workshop">[]> {
  return (await db.selectFrom("workshop").select("id").execute()).map(({ id }) => id);
}

/** More changes than statements take as values. */
const mostChanges = 5_000;

/** Workshops that changes after a place in the audit's chain are about; null after very many changes. */
export async function listChangedWorkshopIds(
  db: Reader,
  sealedSeq: number,
  most: number = mostChanges,
): Promise<Id<"workshop">[] | null> {
  const changes = await listEntriesAfter(db, sealedSeq, most);
  return changes.length > most ? null : listWorkshopIdsAbout(db, changes);
}

type Change = { action: string; subjectKind: string; subjectId: string };

/** The workshops whose figures some changes may have changed. Nobody's figures change when they sign in. */
export async function listWorkshopIdsAbout(db: Reader, changes: readonly Change[]): Promise<Id<"workshop">[]> {
  const byKind = Map.groupBy(
    changes.filter(({ action, subjectKind }) => subjectKind !== "account" || changesPages(action as AuditAction)),
    ({ subjectKind }) => subjectKind,
  );
  const about = async <Table extends AuditSubject>(
    kind: Table,
    look: (subjects: Id<Table>[]) => Promise<{ workshopId: Id<"workshop"> }[]>,
  ) => {
    const subjects = byKind.get(kind)?.map(({ subjectId }) => subjectId as Id<Table>);
    return subjects ? (await look(subjects)).map(({ workshopId }) => workshopId) : [];
  };
  const found = await Promise.all([
    about("workshop", async (workshops) => workshops.map((workshopId) => ({ workshopId }))),
    about("session", (own) => db.selectFrom("session").select("workshopId").where("id", "in", own).execute()),
    about("enrolment", (own) => db.selectFrom("enrolment").select("workshopId").where("id", "in", own).execute()),
    about("certificate", (own) => db.selectFrom("certificate").select("workshopId").where("id", "in", own).execute()),
    about("person", (own) => db.selectFrom("enrolment").select("workshopId").where("personId", "in", own).execute()),
    // whoever has an account can be written to
    about("account", (own) =>
      db
        .selectFrom("account")
        .innerJoin("enrolment", "enrolment.personId", "account.personId")
        .select("enrolment.workshopId")
        .where("account.id", "in", own)
        .execute(),
    ),
  ]);
  return [...new Set(found.flat())];
}

/** What the figures have to know of workshops themselves: of some, or of all. */
export const listFacts = (db: Reader, only?: Id<"workshop">[]) =>
  db
    .selectFrom("workshop")
    .select(["id as workshopId", "programmeId", "code", "startsOn", "endsOn", "state"])
    .$if(only !== undefined, (query) => query.where("id", "in", only as Id<"workshop">[]))
    .execute();

/** Some workshops with their figures, counted from the rows. Those that are gone are left out. */
export async function countWorkshops(db: Reader, workshopIds: Id<"workshop">[]): Promise<Counted[]> {
  if (!workshopIds.length) return [];
  const facts = await listFacts(db, workshopIds);
  const rows = Map.groupBy(await countOrigins(db, workshopIds), ({ workshopId }) => workshopId);
  const marks = Map.groupBy(await countMarks(db, workshopIds), ({ workshopId }) => workshopId);
  return facts.map((workshop) => ({
    ...workshop,
    origins: (rows.get(workshop.workshopId) ?? []).map(withoutWorkshop),
    marks: Object.fromEntries((marks.get(workshop.workshopId) ?? []).map(({ sessionId, count }) => [sessionId, count])),
  }));
}

/** The marks of each session, of workshops whose sheets may still have to be filled. */
const countMarks = (db: Reader, workshopIds: Id<"workshop">[]) =>
  db
    .selectFrom("workshop")
    .innerJoin("session", "session.workshopId", "workshop.id")
    .innerJoin("mark", "mark.sessionId", "session.id")
    .select(["workshop.id as workshopId", "session.id as sessionId"])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workshop.id", "in", workshopIds)
    .where("workshop.state", "in", [...seatingStates])
    .groupBy(["workshop.id", "session.id"])
    .execute();

const withoutWorkshop = ({ workshopId: _, ...row }: OriginCount & { workshopId: Id<"workshop"> }) => row;

/** The figures of some workshops, each by where its people come from. */
async function countOrigins(
  db: Reader,
  workshopIds: Id<"workshop">[],
): Promise<(OriginCount & { workshopId: Id<"workshop"> })[]> {
  const tally = db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .where("session.workshopId", "in", workshopIds)
    .select("mark.enrolmentId")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere(isAttended).as("came"),
      fn.countAll<number>().filterWhere(isCounted).as("counted"),
      fn
        .countAll<number>()
        .filterWhere((row) => row.and([isCounted(row), isAttended(row)]))
        .as("attended"),
    ])
    .groupBy("mark.enrolmentId");
  return (
    db
      .selectFrom("enrolment")
      .innerJoin("person", "person.id", "enrolment.personId")
      .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
      .leftJoin(tally.as("tally"), "tally.enrolmentId", "enrolment.id")
      .where("enrolment.workshopId", "in", workshopIds)
      .where("enrolment.state", "in", [...seatedStates, "reserve"])
      .select(["enrolment.workshopId", "person.country", "person.institutionId"])
      // `as never`: the condition asks for the enrolment alone, and the compiler sees the tally beside it
      // a sum of counts is a decimal, and so a text, to PostgreSQL
      .select(({ fn, cast, lit }) => [
        fn.countAll<number>().filterWhere(belongs.enrolled).as("enrolled"),
        fn
          .countAll<number>()
          .filterWhere((eb) => eb.and([belongs.enrolled(eb as never), eb("tally.came", ">", 0)]))
          .as("attending"),
        fn.countAll<number>().filterWhere(belongs.certified).as("certified"),
        fn
          .countAll<number>()
          .filterWhere((eb) => eb.and([belongs.enrolled(eb as never), eb("tally.counted", ">", 0)]))
          .as("marked"),
        fn.countAll<number>().filterWhere(belongs.reserve).as("reserve"),
        cast(fn.coalesce(fn.sum<number>("tally.counted").filterWhere(belongs.enrolled), lit(0)), "integer")
          .$castTo<number>()
          .as("counted"),
        cast(fn.coalesce(fn.sum<number>("tally.attended").filterWhere(belongs.enrolled), lit(0)), "integer")
          .$castTo<number>()
          .as("attended"),
        fn.countAll<number>().filterWhere(isCertifiable).as("certifiable"),
        fn.countAll<number>().filterWhere(isDoubtful).as("doubtful"),
        fn.countAll<number>().filterWhere(isUnnamed).as("unnamed"),
        fn.countAll<number>().filterWhere(isUnreachable).as("unreachable"),
      ])
      .groupBy(["enrolment.workshopId", "person.country", "person.institutionId"])
      .execute()
  );
}

type AroundPerson = ExpressionBuilder<Schema, "enrolment" | "person" | "workshop">;

const isCertifiable = (eb: AroundPerson) =>
  eb.and([
    eb("enrolment.state", "=", "completed"),
    eb("person.nameConfirmedAt", "is not", null),
    // most have a valid one: the index that holds those alone answers for them
    eb.not(eb.exists(certificatesOf(eb as never, "valid"))),
    eb.not(eb.exists(certificatesOf(eb as never, "revoked"))),
  ]);

const isDoubtful = (eb: AroundPerson) =>
  eb.and([
    eb.exists(certificatesOf(eb as never, "valid")),
    eb.or([
      eb("enrolment.state", "=", "notCompleted"),
      // a day's text comes before every instant of that day, and after those of the days before
      sql<boolean>`${sql.ref("person.nameConfirmedAt")} > ${sql.ref("workshop.endsOn")}`,
    ]),
  ]);

const isUnnamed = (eb: AroundPerson) =>
  eb.and([eb("enrolment.state", "=", "completed"), eb("person.nameConfirmedAt", "is", null)]);

const isUnreachable = (eb: AroundPerson) =>
  eb.and([
    eb("enrolment.state", "in", ["confirmed", "reserve"]),
    eb("person.email", "is", null),
    eb.not(
      eb.exists(
        eb
          .selectFrom("account")
          .select(({ lit }) => lit(1).as("one"))
          .whereRef("account.personId", "=", "enrolment.personId"),
      ),
    ),
  ]);
