import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { standingStates } from "./rules.ts";

/** Whose nominees: of one institution, for one workshop. */
export type Sender = { workshopId: Id<"workshop">; institutionId: Id<"institution"> };

const nominations = (db: Reader) =>
  db
    .selectFrom("nomination")
    .innerJoin("person", "person.id", "nomination.personId")
    .select(["nomination.id", "nomination.workshopId", "nomination.institutionId", "nomination.personId"])
    .select(["nomination.rank", "nomination.state", "nomination.begunBy", "nomination.letterId"])
    .select(["nomination.correctByOn", "nomination.withdrawnBy", "nomination.because", "nomination.changedAt"])
    .select(["nomination.createdAt", "nomination.inPlaceOfId", "nomination.leavingBecause"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.kana"])
    .select(["person.latinName", "person.country", "person.post"]);

export type Nomination = Awaited<ReturnType<ReturnType<typeof nominations>["execute"]>>[number];

/** All that an institution has nominated for a workshop, by rank; those who were withdrawn at the end. */
export const listOfSender = (db: Reader, { workshopId, institutionId }: Sender): Promise<Nomination[]> =>
  inOrder(
    nominations(db)
      .where("nomination.workshopId", "=", workshopId)
      .where("nomination.institutionId", "=", institutionId)
      .execute(),
  );

/** The same of every institution, each one's together. */
export const listNominations = (db: Reader, workshopId: Id<"workshop">): Promise<Nomination[]> =>
  inOrder(nominations(db).where("nomination.workshopId", "=", workshopId).execute());

/** Those who are in the running, by rank. */
export const listStanding = async (db: Reader, sender: Sender) =>
  (await listOfSender(db, sender)).flatMap((one) => (one.rank === null ? [] : [{ ...one, rank: one.rank }]));

async function inOrder(found: Promise<Nomination[]>): Promise<Nomination[]> {
  const last = Number.MAX_SAFE_INTEGER;
  return (await found).toSorted(
    (a, b) =>
      a.institutionId.localeCompare(b.institutionId) || (a.rank ?? last) - (b.rank ?? last) || a.id.localeCompare(b.id),
  );
}

/** One of a workshop, and of these institutions where they are given; null where there is none such. */
export async function findNomination(
  db: Reader,
  { workshopId, id, institutionIds }: { workshopId: Id<"workshop">; id: string; institutionIds?: Id<"institution">[] },
): Promise<Nomination | null> {
  if (institutionIds?.length === 0) return null;
  const found = await nominations(db)
    .where("nomination.id", "=", id as Id<"nomination">)
    .where("nomination.workshopId", "=", workshopId)
    .$if(institutionIds !== undefined, (query) =>
      query.where("nomination.institutionId", "in", institutionIds as Id<"institution">[]),
    )
    .executeTakeFirst();
  return found ?? null;
}

/** The nomination by which somebody is in the running for a workshop, or was until it was decided. */
export const findStandingNomination = async (db: Reader, workshopId: Id<"workshop">, personId: Id<"person">) =>
  (await nominations(db)
    .where("nomination.workshopId", "=", workshopId)
    .where("nomination.personId", "=", personId)
    .where("nomination.state", "in", [...standingStates])
    .executeTakeFirst()) ?? null;

export async function findNominationById(db: Reader, id: Id<"nomination">): Promise<Nomination | null> {
  return (await nominations(db).where("nomination.id", "=", id).executeTakeFirst()) ?? null;
}

/** Who is proposed in somebody's place, or has taken it; null where nobody is. */
export const findSubstitute = async (db: Reader, id: Id<"nomination">): Promise<Nomination | null> =>
  (await nominations(db)
    .where("nomination.inPlaceOfId", "=", id)
    .where("nomination.state", "not in", ["withdrawn", "notSelected"])
    .executeTakeFirst()) ?? null;

/** What has become of a nomination, the latest first, and who has done it. */
export const listNominationHistory = (db: Reader, id: Id<"nomination">) =>
  db
    .selectFrom("nominationEvent")
    .leftJoin("account", "account.id", "nominationEvent.accountId")
    .leftJoin("person", "person.id", "account.personId")
    .select(["fromState", "toState", "who", "nominationEvent.at", "reason", "accountId"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .where("nominationId", "=", id)
    .orderBy("nominationEvent.at", "desc")
    .orderBy("nominationEvent.id", "desc")
    .execute();

/** Where somebody is nominated or was, and whether they have or await a seat there. */
export const listNominationsOf = (db: Reader, personId: Id<"person">) =>
  ofPerson(db, personId).orderBy("nomination.createdAt", "desc").orderBy("nomination.id", "desc").execute();

/** One of somebody's own; null where it is nobody's, or somebody else's. */
export const findNominationOf = async (db: Reader, personId: Id<"person">, id: string) =>
  (await ofPerson(db, personId)
    .where("nomination.id", "=", id as Id<"nomination">)
    .executeTakeFirst()) ?? null;

const ofPerson = (db: Reader, personId: Id<"person">) =>
  nominations(db)
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("enrolment")
          .select("enrolment.id")
          .whereRef("enrolment.workshopId", "=", "nomination.workshopId")
          .whereRef("enrolment.personId", "=", "nomination.personId")
          .where("enrolment.state", "<>", "withdrawn"),
      ).as("isEnrolled"),
    )
    .where("nomination.personId", "=", personId);

/** How many stand, by workshop and institution. */
export async function countStanding(db: Reader, workshopIds: Id<"workshop">[], institutionIds: Id<"institution">[]) {
  if (!workshopIds.length || !institutionIds.length) return [];
  return db
    .selectFrom("nomination")
    .select(({ fn }) => ["workshopId", "institutionId", "state", fn.countAll<number>().as("count")])
    .where("workshopId", "in", workshopIds)
    .where("institutionId", "in", institutionIds)
    .where("state", "in", [...standingStates])
    .groupBy(["workshopId", "institutionId", "state"])
    .execute();
}

/** Of some people: where they work, whether they have or await a seat in a workshop, and whether they are nominated. */
export async function listNominable(db: Reader, workshopId: Id<"workshop">, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  const people = await db.selectFrom("person").select(["id", "institutionId"]).where("id", "in", personIds).execute();
  const enrolled = await db
    .selectFrom("enrolment")
    .select("personId")
    .where("workshopId", "=", workshopId)
    .where("personId", "in", personIds)
    .where("state", "<>", "withdrawn")
    .execute();
  const nominated = await db
    .selectFrom("nomination")
    .select("personId")
    .where("workshopId", "=", workshopId)
    .where("personId", "in", personIds)
    .where("state", "in", [...standingStates])
    .execute();
  return people.map(({ id, institutionId }) => ({
    ...{ id, institutionId },
    isEnrolled: enrolled.some(({ personId }) => personId === id),
    isNominated: nominated.some(({ personId }) => personId === id),
  }));
}

/** The workshops in which any of these people is nominated, or was. */
export const listNominatedWorkshops = async (db: Reader, personIds: Id<"person">[]): Promise<Id<"workshop">[]> =>
  (await db.selectFrom("nomination").select("workshopId").distinct().where("personId", "in", personIds).execute()).map(
    ({ workshopId }) => workshopId,
  );

/** Workshops in which both of two people stand: of the nominations of one person in a workshop only one can. */
export async function listNominatedTwice(db: Reader, kept: Id<"person">, gone: Id<"person">) {
  const rows = await nominations(db)
    .where("nomination.personId", "in", [kept, gone])
    .where("nomination.state", "in", [...standingStates])
    .execute();
  return [...Map.groupBy(rows, ({ workshopId }) => workshopId).values()].flatMap((own) => {
    const [ofKept, ofGone] = [kept, gone].map((id) => own.find(({ personId }) => personId === id));
    return ofKept && ofGone ? [{ ofKept, ofGone }] : [];
  });
}
