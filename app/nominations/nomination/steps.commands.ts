import type { By } from "#app/access/actor.ts";
import { listNominationLetters } from "#app/nominations/letter/queries.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { recordStep } from "./history.commands.ts";
import { findKnown } from "./known.queries.ts";
import { listNominatedTwice, type Nomination } from "./queries.ts";
import { closeUp } from "./ranks.commands.ts";
import {
  type LeavingReason,
  mayBecome,
  type NominationActor,
  type NominationState,
  stays,
  type WithdrawalReason,
} from "./rules.ts";

type NominationRefusal = "closed" | "noLetter" | "notFromHere";
type Stepped = { status: "done" } | { status: "refused"; because: NominationRefusal };

type Change = {
  to: NominationState;
  who: NominationActor;
  reason?: string;
  set?: { letterId?: Id<"nominationLetter">; correctByOn?: LocalDate | null };
};

/** Brings a nomination into another state, where the table has a way that is open. */
async function step(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  { to, who, reason = "", set = {} }: Change,
  by: By,
): Promise<Stepped> {
  const { id, state: from } = nomination;
  const holds = await findKnown(trx, workshop, nomination, by.at);
  const standing = { from, by: who, holds };
  if (!mayBecome(to, standing)) {
    const withLetter = mayBecome(to, { ...standing, holds: { ...holds, hasLetter: true } });
    const inTime = {
      ...holds,
      isOpen: true,
      isOpenToNominees: true,
      isCorrectable: true,
      isAhead: true,
      hasLetter: true,
    };
    const because = withLetter ? "noLetter" : mayBecome(to, { ...standing, holds: inTime }) ? "closed" : "notFromHere";
    return { status: "refused", because };
  }
  await trx
    .updateTable("nomination")
    .set({ state: to, changedAt: by.at, ...set })
    .where("id", "=", id)
    .execute();
  await recordStep(trx, { id, from, to, who, reason }, by);
  return { status: "done" };
}

/** Sends nominations under the letter that counts: all of these, or none. */
export async function endorse(
  trx: Writer,
  workshop: HeldWorkshop,
  nominations: readonly Nomination[],
  by: By,
): Promise<Stepped> {
  for (const nomination of nominations) {
    const [letter] = await listNominationLetters(trx, nomination);
    const set = letter ? { letterId: letter.id, correctByOn: null } : {};
    const outcome = await step(trx, workshop, nomination, { to: "endorsed", who: "sender", set }, by);
    if (outcome.status === "refused") return outcome;
    const { id: nominationId, personId, inPlaceOfId } = nomination;
    if (inPlaceOfId)
      await emit(trx, by.at, "substitute.proposed", { nominationId }, { workshopId: workshop.id, personId });
  }
  return { status: "done" };
}

type Returning = { who: "sender" | "host"; reason: string; correctByOn: LocalDate | null };

/** Gives a nomination back for correction, until a day; its sender and its nominee learn why. */
export async function returnNomination(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  { who, reason, correctByOn }: Returning,
  by: By,
): Promise<Stepped> {
  const outcome = await step(trx, workshop, nomination, { to: "returned", who, reason, set: { correctByOn } }, by);
  if (outcome.status === "done") {
    const { id: nominationId, personId } = nomination;
    await emit(trx, by.at, "nomination.returned", { nominationId }, { workshopId: workshop.id, personId });
  }
  return outcome;
}

type Leaving = { who: "nominee" | "sender" | "host"; because: WithdrawalReason; note: string };

/** Takes a nomination back; the others of its sender close up. */
export async function withdrawNomination(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  { who, because, note }: Leaving,
  by: By,
): Promise<Stepped> {
  const holds = await findKnown(trx, workshop, nomination, by.at);
  if (!mayBecome("withdrawn", { from: nomination.state, by: who, holds }))
    return { status: "refused", because: nomination.state === "withdrawn" ? "notFromHere" : "closed" };
  await leave(trx, nomination, { who, withdrawnBy: who, because, note }, by);
  const { id: nominationId, personId } = nomination;
  await emit(trx, by.at, "nomination.withdrawn", { nominationId }, { workshopId: workshop.id, personId });
  return { status: "done" };
}

/** Ends the nomination of a substitute whose seat can no longer change hands. @returns whether it has */
export async function endOutdated(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  at: Instant,
): Promise<boolean> {
  const holds = await findKnown(trx, workshop, nomination, at);
  if (!mayBecome("withdrawn", { from: nomination.state, by: "system", holds })) return false;
  const left = { who: "system", withdrawnBy: "system", because: "outdated", note: "" } as const;
  await leave(trx, nomination, left, { accountId: null, at });
  return true;
}

type Left = {
  who: NominationActor;
  withdrawnBy: "nominee" | "sender" | "host" | "system";
  because: WithdrawalReason;
  note: string;
};

async function leave(trx: Writer, nomination: Nomination, { who, withdrawnBy, because, note }: Left, by: By) {
  const { id, state: from } = nomination;
  await trx
    .updateTable("nomination")
    .set({ state: "withdrawn", rank: null, withdrawnBy, because, correctByOn: null, changedAt: by.at })
    .where("id", "=", id)
    .execute();
  await recordStep(trx, { id, from, to: "withdrawn", who, reason: note }, by);
  await closeUp(trx, nomination);
}

/** Whoever was selected leaves their seat to a substitute, as their sender has asked. */
export const leaveToSubstitute = (trx: Writer, nomination: Nomination, because: LeavingReason, by: By) =>
  leave(trx, nomination, { who: "sender", withdrawnBy: "sender", because, note: "" }, by);

/** Of two nominations that one person has in a workshop, the one that is further from a seat is withdrawn. */
export async function mergeNominations(trx: Writer, kept: Id<"person">, gone: Id<"person">, by: By): Promise<void> {
  const left = { who: "merger", withdrawnBy: "host", because: "double", note: "" } as const;
  for (const { ofKept, ofGone } of await listNominatedTwice(trx, kept, gone))
    await leave(trx, stays(ofKept.state, ofGone.state) === "kept" ? ofGone : ofKept, left, by);
}
