import { isProposable, proposal, proposalRules } from "#app/nominations/selection/proposal.rules.ts";
import {
  boardColumns,
  draftVersion,
  isOpenCase,
  mostDecidedAtOnce,
  withDecision,
} from "#app/nominations/selection/selection.rules.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Review } from "./decision-form.tsx";
import { balanceRows, effectRows, type ReadSelection, type SelectionRow, selectedAmong } from "./selection-view.ts";

type Visit = Pick<Reading, "url" | "locale" | "t">;

/** What the address asks to decide, before it is saved; null where it names nobody. */
export function reviewView(visit: Visit, read: ReadSelection, rows: readonly SelectionRow[]): Review | null {
  const { url } = visit;
  if (url.searchParams.get("step") !== "review") return null;
  const decision = queryChoice(url, "decision", boardColumns) ?? "undecided";
  const sender = url.searchParams.get("sender");
  const isAll = url.searchParams.get("all") === "undecided";
  const named = new Set(url.searchParams.getAll("n"));
  const isMeant = (one: ReadSelection["candidates"][number]) =>
    named.has(one.id) || (isAll && one.decision === null && (!sender || one.institutionId === sender));
  const meant = read.candidates.filter((one) => isOpenCase(one) && isMeant(one));
  const chosen = meant.slice(0, mostDecidedAtOnce);
  if (!chosen.length) return null;
  const ids = chosen.map(({ id }) => id);
  const after = withDecision(read.candidates, ids, decision === "undecided" ? null : decision);
  return {
    decision,
    rule: queryChoice(url, "rule", proposalRules) ?? "",
    people: rows.filter(({ id }) => ids.includes(id)),
    version: draftVersion(chosen),
    left: meant.length - chosen.length,
    effects: effectRows(read, after),
    balance: balanceRows([read.candidates, selectedAmong(read.candidates), selectedAmong(after)], visit),
  };
}

/**
 * Whom each rule would select, and whom it would put in reserve; null where nobody is undecided. Rules that rest on
 * reviews are there where people are reviewed. `unjudged`: whom these leave out, as marks are missing.
 */
export function proposalView({ groups, candidates, review: { plan, judgements } }: ReadSelection) {
  const open = candidates.filter(isProposable);
  if (!open.length) return null;
  const minimum = plan?.minimum ?? 0;
  const rules = proposalRules
    .filter((rule) => rule === "priority" || plan !== null)
    .map((rule) => {
      const proposed = [...proposal(rule, groups, candidates, { judgements, minimum })];
      const of = (decision: "selected" | "reserve") =>
        proposed
          .filter(([, own]) => own === decision)
          .map(([id]) => id)
          .slice(0, mostDecidedAtOnce);
      return { rule, selected: of("selected"), reserve: of("reserve") };
    });
  return { rules, minimum, unjudged: plan ? open.filter(({ id }) => !judgements.has(id)).length : 0 };
}

export type ProposalView = NonNullable<ReturnType<typeof proposalView>>;
