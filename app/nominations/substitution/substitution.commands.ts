import type { By } from "#app/access/actor.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { recordStep } from "#app/nominations/nomination/history.commands.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { listNominable, listStanding, type Nomination } from "#app/nominations/nomination/queries.ts";
import type { LeavingReason } from "#app/nominations/nomination/rules.ts";
import { leaveToSubstitute } from "#app/nominations/nomination/steps.commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { findReplaced } from "./substitution.queries.ts";
import {
  replacingRefusal,
  type SubstituteRefusal,
  substituteRefusal,
  substitutionWindow,
} from "./substitution.rules.ts";

type Proposal = { personId: Id<"person">; because: LeavingReason };

type Proposed = { status: "proposed"; id: Id<"nomination"> } | { status: "refused"; because: SubstituteRefusal };

/**
 * Nominates somebody in the place of a nominee who was selected: a nomination of its own, behind all others of its
 * sender. The seat stays where it is until the host agrees. The workshop is held.
 */
export async function proposeSubstitute(
  trx: Writer,
  { workshop, replaced }: { workshop: HeldWorkshop; replaced: Nomination },
  { personId, because }: Proposal,
  by: By,
): Promise<Proposed> {
  const { institutionId } = replaced;
  const sender = { workshopId: workshop.id, institutionId };
  const isOpen = isCallOpen(await findCall(trx, workshop.id), workshop, by.at);
  // as long as the call is open, nobody is selected
  const refusal = isOpen
    ? "noSeat"
    : replacingRefusal(await findReplaced(trx, replaced), substitutionWindow(workshop, by.at));
  if (refusal) return { status: "refused", because: refusal };
  const [person] = await listNominable(trx, workshop.id, [personId]);
  const unfit = person
    ? substituteRefusal({ ...person, isOwn: person.institutionId === institutionId })
    : "substituteElsewhere";
  if (unfit) return { status: "refused", because: unfit };
  const id = newId<"nomination">();
  const rank = (await listStanding(trx, sender)).length + 1;
  await trx
    .insertInto("nomination")
    .values({
      ...{ id, ...sender, personId, rank, state: "draft", begunBy: "sender" },
      ...{ inPlaceOfId: replaced.id, leavingBecause: because, createdAt: by.at, changedAt: by.at },
    })
    .execute();
  await recordStep(trx, { id, from: null, to: "draft", who: "sender" }, by);
  return { status: "proposed", id };
}

type Decided = { nomination: Nomination; replaced: Nomination };

/** The substitute counts as selected, and whoever they stand in for has left; seats are the enrolment's. */
export async function selectSubstitute(trx: Writer, { nomination, replaced }: Decided, by: By): Promise<void> {
  await decide(trx, nomination, { to: "selected", reason: "" }, by);
  await leaveToSubstitute(trx, replaced, nomination.leavingBecause ?? "other", by);
}

/** The host does not agree: whoever has the seat keeps it, and the sender may propose somebody else. */
export const declineSubstitute = (trx: Writer, nomination: Nomination, reason: string, by: By) =>
  decide(trx, nomination, { to: "notSelected", reason }, by);

async function decide(
  trx: Writer,
  { id, state: from }: Nomination,
  { to, reason }: { to: "selected" | "notSelected"; reason: string },
  by: By,
): Promise<void> {
  await trx.updateTable("nomination").set({ state: to, changedAt: by.at }).where("id", "=", id).execute();
  await recordStep(trx, { id, from, to, who: "host", reason }, by);
}
