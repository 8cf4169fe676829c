import {
  boardColumns,
  draftVersion,
  isOpenCase,
  mostDecidedAtOnce,
  proposal,
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
    people: rows.filter(({ id }) => ids.includes(id)),
    version: draftVersion(chosen),
    left: meant.length - chosen.length,
    effects: effectRows(read, after),
    balance: balanceRows([read.candidates, selectedAmong(read.candidates), selectedAmong(after)], visit),
  };
}

/** Whom the rule would select, and whom it would put in reserve; null where it has nothing to say. */
export function proposalView({ groups, candidates }: ReadSelection) {
  const proposed = [...proposal(groups, candidates)];
  const of = (decision: "selected" | "reserve") =>
    proposed
      .filter(([, own]) => own === decision)
      .map(([id]) => id)
      .slice(0, mostDecidedAtOnce);
  return proposed.length ? { selected: of("selected"), reserve: of("reserve") } : null;
}
