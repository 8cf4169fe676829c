import type { AuditSubject } from "#app/audit/actions.ts";
import { listEntriesAfter, type Position } from "#app/audit/queries.ts";
import { inScope, type Scope } from "#app/progress/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export async function listWorkshopIdsIn(db: Reader, scope: Scope): Promise<Id<"workshop">[]> {
  return (await db.selectFrom("workshop").where(inScope(scope)).select("id").execute()).map(({ id }) => id);
}

export async function listAllWorkshopIds(db: Reader): Promise<Id<"workshop">[]> {
  return (await db.selectFrom("workshop").select("id").execute()).map(({ id }) => id);
}

/** More changes than statements take as values: then all workshops are looked at anew. */
const mostChanges = 5000;

/** Workshops that changes recorded after this position are about: every one after very many changes. */
export async function listChangedWorkshopIds(
  db: Reader,
  { sealedSeq }: Pick<Position, "sealedSeq">,
  most: number = mostChanges,
): Promise<Id<"workshop">[]> {
  const changes = await listEntriesAfter(db, sealedSeq, most);
  if (changes.length > most) return listAllWorkshopIds(db);
  const byKind = Map.groupBy(changes, ({ subjectKind }) => subjectKind);
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
  ]);
  return [...new Set(found.flat())];
}
