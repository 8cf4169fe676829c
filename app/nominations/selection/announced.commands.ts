import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { recordStep } from "#app/nominations/nomination/history.commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { listRounds } from "./queries.ts";
import type { SelectionDecision } from "./selection.rules.ts";

type KeptRound = {
  workshop: HeldWorkshop;
  decided: readonly { id: Id<"nomination">; decision: SelectionDecision; reserveRank: number | null }[];
  /** What the minutes of this round say, for ever. */
  minutes: string;
};

/** Brings every nomination into the state that was decided, with its step in the history, as one round. */
export async function keepRound(
  trx: Writer,
  { workshop, decided, minutes }: KeptRound,
  by: By,
): Promise<Id<"selectionRound">> {
  const [last] = await listRounds(trx, workshop.id);
  const roundId = newId<"selectionRound">();
  const number = (last?.number ?? 0) + 1;
  const round = { id: roundId, workshopId: workshop.id, number, announcedAt: by.at, accountId: by.accountId };
  await trx
    .insertInto("selectionRound")
    .values({ ...round, minutes })
    .execute();
  for (const { id, decision, reserveRank } of decided) {
    await trx
      .updateTable("selectionDecision")
      .set({ roundId, reserveOrder: reserveRank, changedAt: by.at })
      .where("nominationId", "=", id)
      .execute();
    await trx.updateTable("nomination").set({ state: decision, changedAt: by.at }).where("id", "=", id).execute();
    await recordStep(trx, { id, from: "endorsed", to: decision, who: "host" }, by);
  }
  const details = { number, people: decided.length };
  await audit(trx, by.at, { accountId: by.accountId, action: "selection.announced", subjectId: workshop.id, details });
  return roundId;
}
