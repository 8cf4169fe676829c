import type { Id } from "#db/id.ts";

/** How far somebody is with one nominee. Whoever was recused has nothing to say about them. */
export const reviewStates = ["asked", "draft", "sent", "recused"] as const;
export type JudgeState = (typeof reviewStates)[number];

/**
 * Why somebody does not review a nominee. `self`: they have said so. `host`: whoever coordinates has. By rule: they are
 * that person (`same`), or work where the nominee does or for whoever has sent them (`institution`).
 */
const recusals = ["self", "host", "same", "institution"] as const;
type Recusal = (typeof recusals)[number];

/** So many have to judge a nominee before anybody sees what another has said. */
const fewestReviewers = 2;
/** Where they differ too much, so many settle it. */
const settlingReviewers = 3;

/** From 0 up to the scale; a question without a weight is answered by 1 or 0. */
export type Criterion = { id: Id<"reviewCriterion">; weight: number | null };
export type GivenMarks = ReadonlyMap<Id<"reviewCriterion">, number>;

/** Weights add up to this. */
export const wholeWeight = 100;

/** Points of so many: kept whole, so that two that are equal are so to the last digit. */
export type Score = { points: number; of: number };

/** The weighted marks of one reviewer; null where one is missing. */
export function scoreOf(criteria: readonly Criterion[], scale: number, marks: GivenMarks): Score | null {
  let score: Score = { points: 0, of: 0 };
  for (const { id, weight } of criteria) {
    if (weight === null) continue;
    const mark = marks.get(id);
    if (mark === undefined) return null;
    score = { points: score.points + weight * mark, of: score.of + weight * scale };
  }
  return score.of > 0 ? score : null;
}

/** From 0 to 100. */
export const percentOfScore = ({ points, of }: Score): number => (points * 100) / of;

/** The mean of scores of one plan: whoever is missing lowers nothing. Null where there is none. */
export function meanOf(scores: readonly Score[]): Score | null {
  if (!scores.length) return null;
  const sum = (part: (score: Score) => number) => scores.reduce((whole, score) => whole + part(score), 0);
  return { points: sum(({ points }) => points), of: sum(({ of }) => of) };
}

/** How far the highest is from the lowest, in points of 100. */
export function differenceOf(scores: readonly Score[]): number {
  const all = scores.map(percentOfScore);
  return all.length ? Math.max(...all) - Math.min(...all) : 0;
}

/** Whether the highest and the lowest are further apart than is allowed. All are of one plan. */
function areApart(scores: readonly Score[], most: number): boolean {
  const points = scores.map((score) => score.points);
  const of = scores[0]?.of ?? 1;
  return points.length > 1 && (Math.max(...points) - Math.min(...points)) * 100 > most * of;
}

/** `isOpened`: others have seen what they gave. */
type InState = { state: JudgeState; isOpened?: boolean };

export const isActive = ({ state }: InState) => state !== "recused";

/** Whether marks of a nominee have been shown. */
const wereMarksOpen = (reviews: readonly InState[]) => reviews.some(({ isOpened }) => isOpened);

/**
 * Whether marks of a nominee are shown: enough people judge them, and each of these has sent theirs. What was shown is
 * not hidden again, whoever is asked later.
 */
export const areMarksOpen = (reviews: readonly InState[]): boolean => wereMarksOpen(reviews) || isScored(reviews);

/** Whether the mean counts: at least two judge, and each who is asked has sent their marks. */
export function isScored(reviews: readonly InState[]): boolean {
  const active = reviews.filter(isActive);
  return active.length >= fewestReviewers && active.every(({ state }) => state === "sent");
}

/** How many more have to be asked before marks can open. */
export const missingReviewers = (reviews: readonly InState[]) =>
  Math.max(0, fewestReviewers - reviews.filter(isActive).length);

/** Whether another one has to settle what those who have judged differ about. */
export const needsThird = (reviews: readonly InState[], scores: readonly Score[], most: number): boolean =>
  areMarksOpen(reviews) && reviews.filter(isActive).length < settlingReviewers && areApart(scores, most);

/** Whom it is about: the person, where they work, and who has sent them. */
export type Judged = {
  id: Id<"nomination">;
  personId: Id<"person">;
  homeInstitutionId: Id<"institution"> | null;
  institutionId: Id<"institution">;
};

export type Judge = {
  id: Id<"reviewer">;
  personId: Id<"person">;
  institutionId: Id<"institution"> | null;
  isForAll: boolean;
};

type Kept = { state: JudgeState; recusedBecause: "self" | "host" | null };
export type JudgeStanding = { reviewerId: Id<"reviewer">; state: JudgeState; because: Recusal | null };

/** Whom a rule keeps from judging a nominee. */
export function recusedByRule(judge: Judge, judged: Judged): Recusal | null {
  if (judge.personId === judged.personId) return "same";
  if (judge.institutionId === null) return null;
  const theirs = [judged.homeInstitutionId, judged.institutionId];
  return theirs.includes(judge.institutionId) ? "institution" : null;
}

/**
 * How a reviewer stands to a nominee; null where they are not asked. What was sent before a rule held, stays. Whoever
 * is named to review everybody once marks were shown (`wasOpened`) is not asked about these, but by name.
 */
export function judgeStanding(
  judge: Judge,
  judged: Judged,
  kept: Kept | undefined,
  wasOpened = false,
): JudgeStanding | null {
  const reviewerId = judge.id;
  if (kept?.state === "recused") return { reviewerId, state: "recused", because: kept.recusedBecause };
  if (!kept && !judge.isForAll) return null;
  const because = kept?.state === "sent" ? null : recusedByRule(judge, judged);
  if (because) return { reviewerId, state: "recused", because };
  if (!kept && wasOpened) return null;
  return { reviewerId, state: kept?.state ?? "asked", because: null };
}

/** Whether somebody may change what they say of a nominee: until they have sent it. */
export const owesReview = ({ state }: InState) => state === "asked" || state === "draft";

/** Whether they may take back what they have sent: as long as nobody could see it. */
export const mayTakeBack = (own: InState, reviews: readonly InState[]) =>
  own.state === "sent" && !areMarksOpen(reviews);

/** Places by the mean, the highest first. Whoever is equal shares a place, and the next one is left out. */
export function placesOf<Key>(means: ReadonlyMap<Key, Score>): Map<Key, number> {
  const order = [...means].toSorted(([, a], [, b]) => compareScores(b, a));
  const places = new Map<Key, number>();
  order.forEach(([key, mean], index) => {
    const [former, before] = order[index - 1] ?? [];
    const isTied = before !== undefined && compareScores(before, mean) === 0;
    places.set(key, isTied ? (places.get(former as Key) ?? index + 1) : index + 1);
  });
  return places;
}

const compareScores = (a: Score, b: Score) => a.points * b.of - b.points * a.of;
