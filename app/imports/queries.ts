import { type Reach, type Role, reachOf } from "#app/access/permissions.ts";
import { idsWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { encodings } from "#app/tables/reading/encodings.ts";
import type { EncodingQuestion } from "#app/tables/reading/read-table.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";

/** What is told of a file beside its rows. */
export type ImportFacts = {
  sheet?: string | null;
  otherSheets?: number;
  merged?: string[];
  hiddenRows?: number;
  columns?: string[];
  ignored?: string[];
  /** Where it could be written in several encodings. */
  asks?: EncodingQuestion;
};

/** Null where there is none, and where somebody else has sent it. */
export async function findOwnImport(
  db: Reader,
  { id, accountId }: { id: Id<"peopleImport">; accountId: Id<"account"> },
) {
  const row = await db
    .selectFrom("peopleImport")
    .innerJoin("programme", "programme.id", "peopleImport.programmeId")
    .selectAll("peopleImport")
    .select("programme.code as programmeCode")
    .where("peopleImport.id", "=", id)
    .where("peopleImport.accountId", "=", accountId)
    .executeTakeFirst();
  if (!row) return null;
  const problem = row.problem === null ? null : (JSON.parse(row.problem) as FormMessage);
  const encoding = encodings.find((known) => known === row.encoding) ?? null;
  return { ...row, encoding, facts: JSON.parse(row.facts) as ImportFacts, problem };
}

/** What somebody has sent of late, newest first. */
export const listOwnImports = (db: Reader, accountId: Id<"account">, limit = 10) =>
  db
    .selectFrom("peopleImport")
    .select(["id", "state", "fileName", "createdAt"])
    .where("accountId", "=", accountId)
    .where("state", "!=", "receiving")
    .orderBy("createdAt", "desc")
    .limit(limit)
    .execute();

/** A desk names so many. */
const mostAwaiting = 10;

/** What somebody has sent and has to answer: in which encoding it is, or whether it is imported as it was read. */
export const listAwaitingAnswer = (db: Reader, accountId: Id<"account">) =>
  db
    .selectFrom("peopleImport")
    .select(["id", "fileName"])
    .where("accountId", "=", accountId)
    .where("state", "in", ["asked", "checked"])
    .orderBy("createdAt", "desc")
    .limit(mostAwaiting)
    .execute();

/** The same file, sent with the same form: whoever sends it twice has sent it once. */
export const findSentBefore = (
  db: Reader,
  { accountId, formKey, fileHash }: { accountId: Id<"account">; formKey: string; fileHash: string },
) =>
  db
    .selectFrom("peopleImport")
    .select("id")
    .where("accountId", "=", accountId)
    .where("formKey", "=", formKey)
    .where("fileHash", "=", fileHash)
    .where("state", "!=", "receiving")
    .executeTakeFirst();

export async function findFileBytes(db: Reader, importId: Id<"peopleImport">): Promise<Buffer> {
  const chunks = await db
    .selectFrom("peopleImportChunk")
    .select("bytes")
    .where("importId", "=", importId)
    .orderBy("number")
    .execute();
  return Buffer.concat(chunks.map(({ bytes }) => bytes));
}

/** Where somebody may change people, by what is granted to them now; nowhere, where their account is disabled. */
export async function findReachOf(db: Reader, accountId: Id<"account">): Promise<Reach> {
  const grants = await db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select(["role", "programmeId", "workshopId", "institutionId"])
    .where("accountId", "=", accountId)
    .where("account.disabledAt", "is", null)
    .execute();
  return reachOf({ grants: grants.map(({ role, ...place }) => ({ role: role as Role, ...place })) }, "person.change");
}

/** Beyond so many, whoever sees everybody is compared with the people of the programme alone. */
const mostMatched = 30_000;

/**
 * Whom a list is compared with: whoever sends it sees nobody else, so nobody else is told of.
 * @param records ids that stand in the list, of whomever
 */
export async function listPeopleToMatch(
  db: Reader,
  reach: Reach,
  { programmeId, records }: { programmeId: Id<"programme">; records: readonly string[] },
) {
  const all = await peopleToMatch(db, reach)
    .limit(mostMatched + 1)
    .execute();
  if (all.length <= mostMatched) return all;
  const ofProgramme = await peopleToMatch(db, { ...reach, everywhere: false, programmeIds: [programmeId] })
    .limit(mostMatched)
    .execute();
  const found = new Map(ofProgramme.map((person) => [person.id, person]));
  const others = records.map(asId<"person">).filter((id) => !found.has(id));
  for (let from = 0; from < others.length; from += mostIds) {
    const named = peopleToMatch(db, reach).where("person.id", "in", others.slice(from, from + mostIds));
    for (const person of await named.execute()) found.set(person.id, person);
  }
  return [...found.values()];
}

/** So many ids stand in one query. */
const mostIds = 1_000;

const peopleToMatch = (db: Reader, reach: Reach) =>
  db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select([
      "person.latinName",
      "person.kana",
      "person.institutionId",
      "person.email",
      "account.email as accountEmail",
    ])
    .$if(!reach.everywhere, (query) => query.where("person.id", "in", idsWithinReach(db, reach)))
    .orderBy("person.id");

/** Those whom rows may mean, with all by which a reader tells them apart. */
export async function listMeant(db: Reader, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  return db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "familyName", "givenName", "secondSurname", "nativeName", "latinName", "institutionId"])
    .select(["post", "person.email", "account.email as accountEmail"])
    .where("person.id", "in", personIds)
    .execute();
}

/** Whether somebody has an account: then its address is theirs to change. */
export const isWithAccount = async (db: Reader, personId: Id<"person">): Promise<boolean> =>
  (await db.selectFrom("account").select("id").where("personId", "=", personId).executeTakeFirst()) !== undefined;
