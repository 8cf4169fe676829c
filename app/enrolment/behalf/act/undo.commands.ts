import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { type Former, type UndoRefusal, undoRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { forgetOffers, restoreOffer } from "#app/enrolment/offers/offers.commands.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import { countIn } from "#app/nominations/quotas/commands.ts";
import { findQuotaGroups } from "#app/nominations/quotas/queries.ts";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import { takeBackJobs } from "#app/outbox/commands.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findAct, isAnyMarked, isAnyMergedInto, isAnyWrittenTo, listBefore } from "./before.queries.ts";

type UndoOutcome = { status: "undone" } | { status: "refused"; because: UndoRefusal | "missing" };

/**
 * Takes an act back: everybody stands again where they stood, at the same place in the queue, and no letter goes out.
 * Where something has come to rest on it, it stays as a whole: where it refuses, the transaction has to be undone.
 */
export async function undoAct(
  trx: Writer,
  { actId, workshopId }: { actId: Id<"enrolmentAct">; workshopId: Id<"workshop"> },
  by: By,
): Promise<UndoOutcome> {
  const workshop = await holdSeats(trx, workshopId);
  const act = workshop && (await findAct(trx, actId, workshopId));
  if (!act) return { status: "refused", because: "missing" };
  const lines = await listBefore(trx, actId);
  const added = lines.flatMap(({ enrolmentId, before }) => (before ? [] : [enrolmentId]));
  const { seats, stillThere } = await findQuotaGroups(trx, workshop, []);
  const groups = [
    // an act that has changed nothing is looked at all the same
    ...new Set([null, ...lines.flatMap(({ before, quotaId }) => [stillThere(before?.enrolment.quotaId), quotaId])]),
  ];
  const changes = groups.map((group) => ({
    group,
    lines: lines.map(({ before, ...line }) => ({
      ...line,
      former: before && stillThere(before.enrolment.quotaId) === group ? before.enrolment.state : null,
      state: line.quotaId === group ? line.state : ("withdrawn" as const),
    })),
  }));
  const restsOn = {
    isMerged: await isAnyMergedInto(trx, added),
    isMarked: await isAnyMarked(trx, added),
    isWrittenTo: await isAnyWrittenTo(trx, added),
  };
  for (const one of changes) {
    const seen = { ...workshop, ...seats.get(one.group) };
    const refusal = undoRefusal({ act, workshop: seen, lines: one.lines, ...restsOn }, by.at);
    if (refusal) return { status: "refused", because: refusal };
  }
  const letters = lines.flatMap(({ letterId }) => letterId ?? []);
  if (!(await takeBackJobs(trx, letters))) return { status: "refused", because: "tooLate" };

  await trx.deleteFrom("enrolmentBefore").where("actId", "=", actId).execute();
  for (const { enrolmentId, before } of lines)
    if (before) await restoreFormer(trx, enrolmentId, before, stillThere(before.enrolment.quotaId));
    else await removeAdded(trx, enrolmentId);
  for (const one of changes) await countIn(trx, workshopId, one.group, differenceIn(one.lines));
  await trx
    .updateTable("enrolmentAct")
    .set({ undoneAt: by.at, undoneByAccountId: by.accountId })
    .where("id", "=", actId)
    .execute();
  const details = { act: actId, kind: act.kind, people: lines.length };
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "enrolment.undone",
    subjectId: workshopId,
    details,
  });
  await moveUp(trx, workshopId, by.at);
  return { status: "undone" };
}

type Line = { former: EnrolmentState | null; state: EnrolmentState };

/** What the counters of a group gain once everybody in it stands again where they stood. */
function differenceIn(lines: readonly Line[]) {
  const difference = (counted: EnrolmentState) =>
    lines.filter(({ former }) => former === counted).length - lines.filter(({ state }) => state === counted).length;
  return { seats: difference("confirmed"), reserves: difference("reserve") };
}

/** As it was before, with what its holder was told and asked; in a group that is there now. */
export async function restoreFormer(
  trx: Writer,
  enrolmentId: Id<"enrolment">,
  { enrolment, told, offer = null }: Former,
  group: QuotaGroup,
): Promise<void> {
  await trx
    .updateTable("enrolment")
    .set({ ...enrolment, quotaId: group })
    .where("id", "=", enrolmentId)
    .execute();
  await restoreOffer(trx, enrolmentId, offer);
  if (!told) return;
  await trx
    .insertInto("told")
    .values({ enrolmentId, ...told })
    .onConflict((conflict) => conflict.column("enrolmentId").doUpdateSet(told))
    .execute();
}

/** Whoever was never enrolled before, and was not told of it, was never enrolled. The audit keeps that it was done. */
async function removeAdded(trx: Writer, enrolmentId: Id<"enrolment">): Promise<void> {
  await forgetOffers(trx, enrolmentId);
  await trx.deleteFrom("enrolmentEvent").where("enrolmentId", "=", enrolmentId).execute();
  await trx.deleteFrom("passedOver").where("enrolmentId", "=", enrolmentId).execute();
  await trx.deleteFrom("enrolment").where("id", "=", enrolmentId).execute();
}

/** How long what was before an act is kept: longer than it can be undone. */
const keptMinutes = 60;

/** Forgets what was before acts that stand. @returns how many rows, at most so many */
export async function forgetStanding(trx: Writer, at: Instant, most: number): Promise<number> {
  const standing = await trx
    .selectFrom("enrolmentAct")
    .innerJoin("enrolmentBefore", "enrolmentBefore.actId", "enrolmentAct.id")
    .select(["enrolmentBefore.actId", "enrolmentBefore.enrolmentId"])
    .where("enrolmentAct.at", "<=", plusMinutes(at, -keptMinutes))
    .limit(most)
    .execute();
  if (!standing.length) return 0;
  const { numDeletedRows } = await trx
    .deleteFrom("enrolmentBefore")
    .where((eb) =>
      eb.or(standing.map((row) => eb.and([eb("actId", "=", row.actId), eb("enrolmentId", "=", row.enrolmentId)]))),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
