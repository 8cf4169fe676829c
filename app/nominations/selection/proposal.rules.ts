import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import type { Id } from "#db/id.ts";
import {
  bySender,
  effectsOf,
  type GroupSeats,
  isOpenCase,
  type SelectionCase,
  type SelectionDecision,
} from "./selection.rules.ts";

/**
 * By what seats are proposed. `priority`: the best of each sender, then the second of each. The others rest on reviews:
 * `roundRobin`: of those who reach the minimum the best of each country, then the second of each (as Nuffic gives its
 * fellowships). `noneFailed`: those without a weak criterion and strong in half of them, by their score.
 */
export const proposalRules = ["priority", "roundRobin", "noneFailed"] as const;
export type ProposalRule = (typeof proposalRules)[number];

/** What has come of somebody's review, once all marks are in. */
export type Judgement = { score: number; isUnfailed: boolean };
export type Judgements = ReadonlyMap<Id<"nomination">, Judgement>;

type Judging = { judgements: Judgements; minimum: number };

/** Criteria whose mean is below this share of the scale are failed; from the other one on they are strong. */
const [failedShare, strongShare] = [0.25, 0.75];

/**
 * Whether no criterion is failed, and at least half of them are strong.
 * @param means of each criterion, from 0 to `scale`
 */
export function isUnfailed(means: readonly number[], scale: number): boolean {
  const strong = means.filter((mean) => mean >= strongShare * scale).length;
  return means.length > 0 && means.every((mean) => mean >= failedShare * scale) && strong * 2 >= means.length;
}

/**
 * Who would get the free seats of each group in the order of a rule, and who would wait behind them. Whoever is not
 * eligible, or is decided on already, stays as they are; so does whoever the rule leaves out.
 */
export function proposal(
  rule: ProposalRule,
  groups: readonly GroupSeats[],
  candidates: readonly SelectionCase[],
  judging: Judging,
): Map<Id<"nomination">, SelectionDecision> {
  const left = new Map(effectsOf(groups, candidates).map((one) => [one.group, Math.max(0, one.left)]));
  const proposed = new Map<Id<"nomination">, SelectionDecision>();
  for (const { id, group } of inOrder(rule, candidates.filter(isProposable), judging)) {
    const seats = left.get(group) ?? 0;
    proposed.set(id, seats > 0 ? "selected" : "reserve");
    left.set(group, Math.max(0, seats - 1));
  }
  return proposed;
}

/** Whom a proposal may be about: somebody who is undecided, and not known to lack what is required. */
export const isProposable = (one: SelectionCase) =>
  isOpenCase(one) && one.decision === null && !one.isEnrolled && one.eligibility !== "ineligible";

function inOrder(rule: ProposalRule, people: readonly SelectionCase[], { judgements, minimum }: Judging) {
  if (rule === "priority") return people.toSorted(bySender);
  const scoreOf = ({ id }: SelectionCase) => judgements.get(id)?.score ?? -1;
  const byScore = (a: SelectionCase, b: SelectionCase) => scoreOf(b) - scoreOf(a) || bySender(a, b);
  const judged = people.filter(({ id }) => judgements.has(id)).toSorted(byScore);
  if (rule === "noneFailed") return judged.filter(({ id }) => judgements.get(id)?.isUnfailed);
  return inTurn(judged.filter((one) => scoreOf(one) >= minimum));
}

/** The first of each country, then the second of each: within each group of seats, in the order in which they come. */
function inTurn(people: readonly SelectionCase[]): SelectionCase[] {
  const turns = new Map<QuotaGroup, Map<string, number>>();
  const turnOf = ({ group, country }: SelectionCase) => {
    const own = turns.get(group) ?? new Map<string, number>();
    turns.set(group, own.set(country, (own.get(country) ?? 0) + 1));
    return own.get(country) ?? 0;
  };
  // those of one turn stay in the order of their scores
  return people
    .map((one) => ({ one, turn: turnOf(one) }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ one }) => one);
}
