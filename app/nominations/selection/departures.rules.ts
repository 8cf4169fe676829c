import type { Id } from "#db/id.ts";
import { type Judgements, type ProposalRule, proposal, proposalRules } from "./proposal.rules.ts";
import { type GroupSeats, isOpenCase, type SelectionCase, type SelectionDecision } from "./selection.rules.ts";

type Ruled = SelectionCase & { rule: ProposalRule | null };
type Judging = { judgements: Judgements; minimum: number };

/** `proposed`: null where the rule leaves somebody out. */
type Departure = { id: Id<"nomination">; proposed: SelectionDecision | null; decision: SelectionDecision };

/** The rule by which most were proposed; null where nobody was. */
export function ruleUsed(candidates: readonly Ruled[]): ProposalRule | null {
  const count = (rule: ProposalRule) => candidates.filter((one) => one.rule === rule).length;
  const [first] = proposalRules.toSorted((a, b) => count(b) - count(a));
  return first && count(first) > 0 ? first : null;
}

/**
 * Where a selection departs from a rule: it is asked again as if nobody were decided. Whoever it leaves out, and who
 * is not selected, is no departure.
 */
export function departuresFrom(
  rule: ProposalRule,
  groups: readonly GroupSeats[],
  candidates: readonly Ruled[],
  judging: Judging,
): Departure[] {
  const open = candidates.filter(isOpenCase);
  const undecided = open.map((one) => ({ ...one, decision: null, reserveOrder: null }));
  const proposed = proposal(rule, groups, undecided, judging);
  return open.flatMap(({ id, decision }) => {
    const own = proposed.get(id) ?? null;
    const isAsProposed = decision === null || decision === own || (own === null && decision === "notSelected");
    return isAsProposed ? [] : [{ id, proposed: own, decision }];
  });
}
