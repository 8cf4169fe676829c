import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const imported = (db: Reader, importId: Id<"peopleImport">) =>
  db
    .selectFrom("peopleImportRow")
    .innerJoin("person", "person.id", "peopleImportRow.personId")
    .where("peopleImportRow.importId", "=", importId);

/** How many people a list was about. Two of its rows may have turned out to be one person. */
export async function countImported(db: Reader, importId: Id<"peopleImport">): Promise<number> {
  const { count } = await imported(db, importId)
    .select(({ fn }) => fn.count<number>("person.id").distinct().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Those of them who have no place in a workshop, in the order of the list. */
export async function listImportedOutside(
  db: Reader,
  { importId, workshopId }: { importId: Id<"peopleImport">; workshopId: Id<"workshop"> },
): Promise<Id<"person">[]> {
  const rows = await imported(db, importId)
    .select("person.id")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("enrolment")
            .select("enrolment.id")
            .whereRef("enrolment.personId", "=", "person.id")
            .where("enrolment.workshopId", "=", workshopId)
            .where("enrolment.state", "!=", "withdrawn"),
        ),
      ),
    )
    .orderBy("peopleImportRow.number")
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}
