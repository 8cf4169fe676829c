import type { AuditSubject } from "#app/audit/actions.ts";
import { inScope, type Scope } from "#app/progress/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export async function listWorkshopIdsIn(db: Reader, scope: Scope): Promise<Id<"workshop">[]> {
  return (await db.selectFrom("workshop").where(inScope(scope)).select("id").execute()).map(({ id }) => id);
}

export async function listAllWorkshopIds(db: Reader): Promise<Id<"workshop">[]> {
  return (await db.selectFrom("workshop").select("id").execute()).map(({ id }) => id);
}

/** Workshops that changes recorded after `seq` are about. */
export async function listChangedWorkshopIds(db: Reader, seq: number): Promise<Id<"workshop">[]> {
  const about = <Table extends AuditSubject>(kind: Table) =>
    db
      .selectFrom("audit")
      .select("subjectId")
      .where("seq", ">", seq)
      .where("subjectKind", "=", kind)
      .$castTo<{ subjectId: Id<Table> }>();
  const found = await Promise.all([
    about("workshop")
      .execute()
      .then((rows) => rows.map(({ subjectId }) => subjectId)),
    db.selectFrom("session").select("workshopId").where("id", "in", about("session")).execute().then(ids),
    db.selectFrom("enrolment").select("workshopId").where("id", "in", about("enrolment")).execute().then(ids),
    db.selectFrom("certificate").select("workshopId").where("id", "in", about("certificate")).execute().then(ids),
    db.selectFrom("enrolment").select("workshopId").where("personId", "in", about("person")).execute().then(ids),
  ]);
  return [...new Set(found.flat())];
}

const ids = (rows: { workshopId: Id<"workshop"> }[]) => rows.map(({ workshopId }) => workshopId);
