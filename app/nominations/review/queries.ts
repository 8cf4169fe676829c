import type { Locale } from "#app/i18n/locales.ts";
import { announcedStates } from "#app/nominations/nomination/rules.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { GivenMarks } from "./rules.ts";

/** By what a workshop's nominees are judged; null as long as nobody has said so. */
export async function findReviewPlan(db: Reader, workshopId: Id<"workshop">) {
  const plan = await db
    .selectFrom("reviewPlan")
    .select(["scale", "minimum", "mostDifference", "dueOn"])
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return plan ? { ...plan, criteria: await listCriteria(db, workshopId) } : null;
}

export type ReviewPlan = NonNullable<Awaited<ReturnType<typeof findReviewPlan>>>;
export type WholeCriterion = ReviewPlan["criteria"][number];

/** In their order, each with its words in the languages that it has. */
async function listCriteria(db: Reader, workshopId: Id<"workshop">) {
  const criteria = await db
    .selectFrom("reviewCriterion")
    .select(["id", "position", "weight"])
    .where("workshopId", "=", workshopId)
    .orderBy("position")
    .execute();
  const texts = await db
    .selectFrom("reviewCriterionText")
    .innerJoin("reviewCriterion", "reviewCriterion.id", "reviewCriterionText.criterionId")
    .select(["criterionId", "locale", "name", "lowest", "highest"])
    .where("reviewCriterion.workshopId", "=", workshopId)
    .execute();
  return criteria.map((criterion) => {
    const own = texts.filter(({ criterionId }) => criterionId === criterion.id);
    const inEach = (part: "name" | "lowest" | "highest") =>
      Object.fromEntries(own.map((text) => [text.locale, text[part]])) as Partial<Record<Locale, string>>;
    return { ...criterion, name: inEach("name"), lowest: inEach("lowest"), highest: inEach("highest") };
  });
}

/** Whether somebody has marked a nominee of a workshop, be it as a draft: from then on its criteria stay. */
export async function isMarked(db: Reader, workshopId: Id<"workshop">): Promise<boolean> {
  const marked = await db
    .selectFrom("reviewMark")
    .innerJoin("reviewCriterion", "reviewCriterion.id", "reviewMark.criterionId")
    .select("reviewMark.reviewId")
    .where("reviewCriterion.workshopId", "=", workshopId)
    .limit(1)
    .executeTakeFirst();
  return marked !== undefined;
}

/** Who reviews for a workshop, in the order in which they were named. */
export const listReviewers = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("reviewer")
    .innerJoin("account", "account.id", "reviewer.accountId")
    .innerJoin("person", (join) => join.on(isHolder))
    .select(["reviewer.id", "reviewer.accountId", "reviewer.isForAll", "person.id as personId"])
    .select(["person.institutionId", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.latinName", "person.country"])
    .where("reviewer.workshopId", "=", workshopId)
    .orderBy("reviewer.id")
    .execute();

export type Reviewer = Awaited<ReturnType<typeof listReviewers>>[number];

/** Those about whom a workshop decides, or has decided, as reviewers see them. */
export const listJudged = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("nomination")
    .innerJoin("person", "person.id", "nomination.personId")
    .select(["nomination.id", "nomination.personId", "nomination.institutionId", "nomination.state"])
    .select(["nomination.letterId", "person.institutionId as homeInstitutionId"])
    .select(({ ref }) => [ref("nomination.rank").$notNull().as("rank")])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.kana"])
    .select(["person.latinName", "person.country", "person.post"])
    .where("nomination.workshopId", "=", workshopId)
    .where("nomination.state", "in", ["endorsed", ...announcedStates])
    // whoever shall take a seat that was given is decided on by the host alone
    .where("nomination.inPlaceOfId", "is", null)
    .orderBy("nomination.institutionId")
    .orderBy("nomination.rank")
    .execute();

export type JudgedNominee = Awaited<ReturnType<typeof listJudged>>[number];

/** How far each reviewer is with each nominee, where they have begun or were asked by name. No marks. */
export const listReviews = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("review")
    .innerJoin("reviewer", "reviewer.id", "review.reviewerId")
    .select(["review.id", "review.nominationId", "review.reviewerId", "review.state", "review.recusedBecause"])
    .select(["review.reason", "review.sentAt"])
    .where("reviewer.workshopId", "=", workshopId)
    .execute();

export type StoredReview = Awaited<ReturnType<typeof listReviews>>[number];

export type ReviewMarks = { marks: GivenMarks; notes: ReadonlyMap<Id<"reviewCriterion">, string> };

/** What was sent about nominees whose marks are open, by review. Of others nothing is read. */
export async function listOpenMarks(
  db: Reader,
  open: readonly Id<"nomination">[],
): Promise<Map<Id<"review">, ReviewMarks>> {
  if (!open.length) return new Map();
  const rows = await db
    .selectFrom("reviewMark")
    .innerJoin("review", "review.id", "reviewMark.reviewId")
    .select(["reviewMark.reviewId", "reviewMark.criterionId", "reviewMark.mark", "reviewMark.note"])
    .where("review.nominationId", "in", [...open])
    .where("review.state", "=", "sent")
    .execute();
  return new Map([...Map.groupBy(rows, ({ reviewId }) => reviewId)].map(([id, own]) => [id, marksIn(own)]));
}

/** What one reviewer has written about one nominee, sent or not. */
export async function findOwnMarks(db: Reader, reviewId: Id<"review">): Promise<ReviewMarks> {
  const own = await db
    .selectFrom("reviewMark")
    .select(["criterionId", "mark", "note"])
    .where("reviewId", "=", reviewId)
    .execute();
  return marksIn(own);
}

type MarkRow = { criterionId: Id<"reviewCriterion">; mark: number | null; note: string };

const marksIn = (rows: readonly MarkRow[]): ReviewMarks => ({
  marks: new Map(rows.flatMap(({ criterionId, mark }) => (mark === null ? [] : [[criterionId, mark] as const]))),
  notes: new Map(rows.flatMap(({ criterionId, note }) => (note ? [[criterionId, note] as const] : []))),
});
