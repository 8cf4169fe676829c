import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { DecisionInput } from "./form.ts";
import type { ProposalRule } from "./proposal.rules.ts";
import type { DecidedNomination } from "./queries.ts";
import {
  type DecisionReason,
  draftProblem,
  draftVersion,
  type Eligibility,
  isOpenCase,
  needsReason,
  reorderedReserve,
  type SelectionCase,
  type SelectionDecision,
  withDecision,
} from "./selection.rules.ts";

/** A candidate with what is written about them: whoever calls has read them with the workshop held. */
type Written = SelectionCase & Pick<DecidedNomination, "because" | "note" | "changedAt">;

type DraftRefusal = "gone" | "changed" | "ineligible" | "because";

/** Drafts a decision about some people: of all of them, or of nobody. Nobody is told. */
export async function draftDecisions(
  trx: Writer,
  { workshop, candidates }: { workshop: HeldWorkshop; candidates: readonly Written[] },
  input: Omit<DecisionInput, "part">,
  by: By,
): Promise<DraftRefusal | null> {
  const ids = new Set(input.n);
  const chosen = candidates.filter((one) => ids.has(one.id) && isOpenCase(one));
  if (chosen.length !== ids.size) return "gone";
  if (draftVersion(chosen) !== input.version) return "changed";
  const decision: SelectionDecision | null = input.decision === "undecided" ? null : input.decision;
  const drafted = withDecision(candidates, [...ids], decision).filter(({ id }) => ids.has(id));
  const drafts = drafted.map((one) => {
    const eligibility: Eligibility | null = input.eligibility || one.eligibility;
    const said: DecisionReason | null = input.because || one.because;
    const because = needsReason({ decision, eligibility }) ? said : null;
    return { ...one, eligibility, because, note: input.note || (one.note ?? "") };
  });
  for (const draft of drafts) {
    const problem = draftProblem(draft);
    if (problem) return problem;
  }
  for (const { id, eligibility, because, note, reserveOrder } of drafts)
    await keep(
      trx,
      id,
      { workshopId: workshop.id, decision, eligibility, because, note, reserveOrder, rule: input.rule || null },
      by,
    );
  const details = { decision: input.decision, people: drafts.length };
  await audit(trx, by.at, { accountId: by.accountId, action: "selection.drafted", subjectId: workshop.id, details });
  return null;
}

type Kept = {
  workshopId: Id<"workshop">;
  decision: SelectionDecision | null;
  eligibility: Eligibility | null;
  because: DecisionReason | null;
  note: string;
  reserveOrder: number | null;
  rule: ProposalRule | null;
};

async function keep(trx: Writer, nominationId: Id<"nomination">, kept: Kept, { at }: By): Promise<void> {
  const values = { ...kept, changedAt: at };
  await trx
    .insertInto("selectionDecision")
    .values({ nominationId, ...values })
    .onConflict((conflict) => conflict.column("nominationId").doUpdateSet(values))
    .execute();
}

/** Moves somebody by one place in the reserve of their group. At either end they stay. */
export async function moveInReserve(
  trx: Writer,
  { workshop, candidates }: { workshop: HeldWorkshop; candidates: readonly Written[] },
  { nomination, step }: { nomination: Id<"nomination">; step: "up" | "down" },
  by: By,
): Promise<void> {
  const order = reorderedReserve(candidates, nomination, step);
  if (!order) return;
  for (const [index, { id, reserveOrder }] of order.entries())
    if (reserveOrder !== index + 1)
      await trx
        .updateTable("selectionDecision")
        .set({ reserveOrder: index + 1, changedAt: by.at })
        .where("nominationId", "=", id)
        .execute();
  const details = { decision: "reserve", people: 1 };
  await audit(trx, by.at, { accountId: by.accountId, action: "selection.drafted", subjectId: workshop.id, details });
}
