import { everywhere } from "#app/access/permissions.ts";
import { peopleWithinReach } from "#app/enrolment/people/within-reach.queries.ts";

import type { RowFacts } from "#app/imports/check/row-facts.ts";
import { mailKeys, nameKeys } from "#app/people/matching/keys.rules.ts";

import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";

type Brought = { personId: Id<"person">; programmeId: Id<"programme">; importId: Id<"peopleImport"> };

/**
 * Whether somebody who came by a list has an account, a place in a workshop, or a place on another list by now, came by
 * another import as well, or has taken in another record.
 */
export async function isRestedOn(db: Reader, brought: Brought): Promise<boolean> {
  const { personId, programmeId } = brought;
  const account = await db.selectFrom("account").select("id").where("personId", "=", personId).executeTakeFirst();
  const enrolment = await db.selectFrom("enrolment").select("id").where("personId", "=", personId).executeTakeFirst();
  const listed = await db
    .selectFrom("programmePerson")
    .select("programmeId")
    .where("personId", "=", personId)
    .where("programmeId", "!=", programmeId)
    .executeTakeFirst();
  const merged = await db.selectFrom("personMerge").select("id").where("personId", "=", personId).executeTakeFirst();
  return Boolean(account ?? enrolment ?? listed ?? merged) || (await isBroughtByAnother(db, brought));
}

/** Whether another list that was imported, or is about to be, brings somebody to the same programme. */
export async function isBroughtByAnother(db: Reader, { personId, programmeId, importId }: Brought): Promise<boolean> {
  const other = await db
    .selectFrom("peopleImportRow")
    .innerJoin("peopleImport", "peopleImport.id", "peopleImportRow.importId")
    .select("peopleImportRow.importId")
    .where("peopleImportRow.personId", "=", personId)
    .where("peopleImportRow.importId", "<>", importId)
    .where("peopleImport.programmeId", "=", programmeId)
    .where("peopleImport.state", "in", ["applying", "applied"])
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

type Newcomer = {
  facts: RowFacts;
  /** Who was there already as the list came, and of whom its sender has said that they are somebody else. */
  others: readonly Id<"person">[];
  importId: Id<"peopleImport">;
  programmeId: Id<"programme">;
  sentAt: Instant;
};

/** Whether somebody whom a list would add was added to its programme after it was sent, by whomever. */
export async function isAddedMeanwhile(db: Reader, newcomer: Newcomer): Promise<boolean> {
  const { facts, others, importId, programmeId, sentAt } = newcomer;
  const keys = [
    ...nameKeys({ ...facts, institutionId: facts.homeInstitutionId ? asId(facts.homeInstitutionId) : null }),
    ...mailKeys(facts.email),
  ];
  if (!keys.length) return false;
  const reach = { ...everywhere, everywhere: false, programmeIds: [programmeId] };
  const added = await db
    .selectFrom("personKey")
    .innerJoin("person", "person.id", "personKey.personId")
    .select("person.id")
    .where("personKey.key", "in", keys)
    .where("person.createdAt", ">", sentAt)
    .$if(others.length > 0, (query) => query.where("person.id", "not in", others))
    .where(peopleWithinReach(reach))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("peopleImportRow")
            .select("number")
            .whereRef("peopleImportRow.personId", "=", "person.id")
            .where("importId", "=", importId),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return added !== undefined;
}

/** How many of those who were added have an account or were enrolled since: then nothing is undone. */
export async function countRestedOn(db: Reader, importId: Id<"peopleImport">): Promise<number> {
  const { count } = await db
    .selectFrom("peopleImportRow")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("importId", "=", importId)
    .where("isAdded", "=", true)
    .where((row) =>
      row.or([
        row.exists(
          row.selectFrom("account").select("account.id").whereRef("account.personId", "=", "peopleImportRow.personId"),
        ),
        row.exists(
          row
            .selectFrom("enrolment")
            .select("enrolment.id")
            .whereRef("enrolment.personId", "=", "peopleImportRow.personId"),
        ),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
