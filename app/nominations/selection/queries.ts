import { announcedStates } from "#app/nominations/nomination/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Everybody about whom a workshop decides, or has decided, with the decision: by sender and rank. */
export const listDecided = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("nomination")
    .innerJoin("person", "person.id", "nomination.personId")
    .leftJoin("selectionDecision as decided", "decided.nominationId", "nomination.id")
    .select(["nomination.id", "nomination.personId", "nomination.institutionId", "nomination.state"])
    .select(({ ref }) => [ref("nomination.rank").$notNull().as("rank")])
    .select(["decided.decision", "decided.eligibility", "decided.reserveOrder", "decided.because", "decided.note"])
    .select("decided.rule")
    .select(["decided.changedAt", "decided.roundId"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.kana"])
    .select(["person.latinName", "person.country", "person.post", "person.sex"])
    .select("person.institutionId as homeInstitutionId")
    .where("nomination.workshopId", "=", workshopId)
    .where("nomination.state", "in", ["endorsed", ...announcedStates])
    // whoever shall take a seat that was given is decided on by itself
    .where("nomination.inPlaceOfId", "is", null)
    .orderBy("nomination.institutionId")
    .orderBy("nomination.rank")
    .execute();

export type DecidedNomination = Awaited<ReturnType<typeof listDecided>>[number];

/** How many are nominated and not sent yet, or were returned: nobody decides on them. */
export async function countUnsent(db: Reader, workshopId: Id<"workshop">): Promise<number> {
  const { count } = await db
    .selectFrom("nomination")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workshopId", "=", workshopId)
    .where("state", "in", ["draft", "submitted", "returned"])
    .where("inPlaceOfId", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What was announced about one nomination; null as long as nothing was. Drafts are not read here. */
export async function findResult(db: Reader, nominationId: Id<"nomination">) {
  const result = await db
    .selectFrom("selectionDecision")
    .innerJoin("selectionRound", "selectionRound.id", "selectionDecision.roundId")
    .select(["selectionDecision.reserveOrder", "selectionDecision.because", "selectionRound.announcedAt"])
    .where("nominationId", "=", nominationId)
    .executeTakeFirst();
  return result ?? null;
}

/** The rounds in which a workshop's decisions were announced, the latest first. */
export const listRounds = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("selectionRound")
    .select(["id", "number", "announcedAt"])
    .where("workshopId", "=", workshopId)
    .orderBy("number", "desc")
    .execute();

/** Who was decided on in a round, by their sender and rank. */
export const listResults = (db: Reader, roundId: Id<"selectionRound">) =>
  db
    .selectFrom("selectionDecision as decided")
    .innerJoin("nomination", "nomination.id", "decided.nominationId")
    .innerJoin("person", "person.id", "nomination.personId")
    .select(["nomination.id", "nomination.workshopId", "nomination.institutionId", "nomination.personId"])
    .select(["nomination.rank", "decided.decision", "decided.reserveOrder", "decided.because"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.country"])
    .where("decided.roundId", "=", roundId)
    .orderBy("nomination.institutionId")
    .orderBy("nomination.rank")
    .execute();

export async function findRound(db: Reader, id: Id<"selectionRound">) {
  const round = await db
    .selectFrom("selectionRound")
    .select(["id", "workshopId", "number", "announcedAt", "accountId"])
    .where("id", "=", id)
    .executeTakeFirst();
  return round ?? null;
}

/** The minutes of a round as they were frozen; of the latest one where none is asked for. */
export async function findMinutesText(db: Reader, workshopId: Id<"workshop">, number: number | null) {
  const round = await db
    .selectFrom("selectionRound")
    .select(["number", "minutes"])
    .where("workshopId", "=", workshopId)
    .$if(number !== null, (query) => query.where("number", "=", number ?? 0))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return round ?? null;
}
