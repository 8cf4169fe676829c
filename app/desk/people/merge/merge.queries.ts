import type { Reach } from "#app/access/permissions.ts";
import { isClaimed } from "#app/accounts/queries.ts";
import { peopleWithinReach } from "#app/enrolment/people-within-reach.queries.ts";
import type { KeptMerge, PersonRecord } from "#app/people/merge.rules.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { MovedRows } from "#db/person-references.ts";

/** Two people within reach, as they are stored; null where either is not. */
export async function findPair(db: Reader, reach: Reach, ids: [string, string]) {
  const rows = await db
    .selectFrom("person")
    .selectAll("person")
    .where(
      "person.id",
      "in",
      ids.map((id) => asId<"person">(id)),
    )
    .where(peopleWithinReach(reach))
    .execute();
  const [kept, gone] = ids.map((id) => rows.find((row) => row.id === id) as PersonRecord | undefined);
  return kept && gone && kept !== gone ? { kept, gone } : null;
}

/** Their accounts, by the person; whether each can be signed in with. */
export const listAccountsOfPair = (db: Reader, ids: Id<"person">[]) =>
  db
    .selectFrom("account")
    .select(["account.id", "account.personId", "account.email", "account.disabledAt", isClaimed])
    .where("account.personId", "in", ids)
    .execute();

/** The workshops in which both are or were enrolled. */
export const listSharedWorkshops = (db: Reader, one: Id<"person">, other: Id<"person">) =>
  db
    .selectFrom("enrolment as own")
    .innerJoin("enrolment as others", "others.workshopId", "own.workshopId")
    .innerJoin("workshop", "workshop.id", "own.workshopId")
    .select("workshop.code")
    .where("own.personId", "=", one)
    .where("others.personId", "=", other)
    .orderBy("workshop.code")
    .execute();

/** What was last merged into somebody and is not undone: it alone can be, as later ones rest on earlier ones. */
export async function findLastMerge(db: Reader, personId: Id<"person">) {
  const row = await db
    .selectFrom("personMerge")
    .select(["id", "goneId", "mergedAt", "kept"])
    .where("personId", "=", personId)
    .where("undoneAt", "is", null)
    .orderBy("mergedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, kept: row.kept === null ? null : (JSON.parse(row.kept) as KeptMerge<MovedRows>) };
}

/** Into whom somebody who is gone was merged. */
export async function findMergedInto(db: Reader, goneId: string): Promise<Id<"person"> | null> {
  const row = await db
    .selectFrom("personMerge")
    .select("personId")
    .where("goneId", "=", goneId)
    .where("undoneAt", "is", null)
    .executeTakeFirst();
  return row?.personId ?? null;
}

/** Whether a certificate of one of these enrolments was issued after they had moved: it rests on the merge. */
export async function isCertifiedSince(db: Reader, { enrolment, certificate }: MovedRows): Promise<boolean> {
  if (!enrolment.length) return false;
  const rows = await db
    .selectFrom("certificate")
    .select("id")
    .where("enrolmentId", "in", enrolment as Id<"enrolment">[])
    .execute();
  return rows.some(({ id }) => !certificate.includes(id));
}
