import type { By } from "#app/access/actor.ts";
import { covers, type Reach } from "#app/access/permissions.ts";
import { mergeAccounts, unmergeAccounts } from "#app/accounts/merge/merge.commands.ts";
import type { AccountMergeRefusal, MergedAccounts } from "#app/accounts/merge/merge.rules.ts";
import { listAccountsOf } from "#app/accounts/queries.ts";
import { moveMarks, moveMarksOf, settleMoved } from "#app/attendance/merge.commands.ts";
import { audit } from "#app/audit/commands.ts";
import { moveDossier, moveDossierOf } from "#app/dossier/merge.commands.ts";
import { mergeEnrolments, unmergeEnrolments } from "#app/enrolment/merge/merge.commands.ts";
import { mayStay } from "#app/enrolment/merge/merge.rules.ts";
import { mergeMembers, unmergeMembers } from "#app/faculty/merge/merge.commands.ts";
import { listTeachingWorkshops } from "#app/faculty/merge/merge.queries.ts";
import { listNominatedWorkshops } from "#app/nominations/nomination/queries.ts";
import { mergeNominations } from "#app/nominations/nomination/steps.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import {
  concludeMerge,
  noteMerge,
  noteUndone,
  restoreDistinct,
  restoreRecord,
  setApart,
  storeRecord,
} from "#app/people/merge/merge.commands.ts";
import { isUndoable, type PersonRecord, type Side, type Sides, takenOver } from "#app/people/merge/merge.rules.ts";
import { joinLists, partLists } from "#app/programmes/list.commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { moveBack, moveReferences } from "#db/person-references.ts";
import type { Choices } from "./form.ts";
import { findLastMerge, isCertifiedSince, listShared, type SharedWorkshop, type WholeMerge } from "./merge.queries.ts";

/** Whoever merges: whether they may give roles, and the workshops in which they may act for participants. */
export type Merger = By & { mayGrant: boolean; participants: Reach };

type SharedRefusal = "elsewhere" | "bothCertified" | "undecided";
export type MergeOutcome = { status: "merged" } | { status: "refused"; because: SharedRefusal | AccountMergeRefusal };

/**
 * Makes one record of two: everything of the one that goes is the other's from now on, and what differs is as it was
 * chosen. Of two accounts, and of two enrolments in one workshop, the chosen one stays. The audit keeps what it has
 * said of both. The caller holds both people, and knows that they are within reach.
 * Where it refuses, the transaction has to be undone.
 */
export async function mergePeople(
  trx: Writer,
  { kept, gone }: Sides<PersonRecord>,
  choices: Choices,
  by: Merger,
): Promise<MergeOutcome> {
  const shared = await holdShared(trx, { kept, gone });
  const refusal = sharedRefusal(shared, choices, by);
  if (refusal) return { status: "refused", because: refusal };
  const one = await oneAccount(trx, { kept, gone }, choices.account, by);
  if (one.status === "refused") return one;
  const enrolments = await oneEnrolmentEach(trx, shared, choices, by);

  const [account] = await listAccountsOf(trx, [kept.id, gone.id]);
  // whoever has an account is written to at its address
  const taken = { ...takenOver({ kept, gone }, choices.facts), ...(account && { email: null }) };
  const before = Object.fromEntries(Object.keys(taken).map((name) => [name, kept[name as keyof PersonRecord]]));
  const distinct = await setApart(trx, gone.id);
  const { lists, joined } = await joinLists(trx, gone.id, kept.id);
  await mergeNominations(trx, kept.id, gone.id, by);
  const faculty = await mergeMembers(trx, { keptId: kept.id, goneId: gone.id }, by);
  const moved = await moveReferences(trx, gone.id, kept.id);
  const result = { ...kept, ...taken };
  await concludeMerge(trx, { kept: result, address: account?.email ?? result.email }, gone.id);
  const { merged: accounts } = one;
  const keeping: WholeMerge = { gone, before, taken, moved, lists, joined, distinct, accounts, enrolments, faculty };
  const personMergeId = await noteMerge(trx, { personId: kept.id, goneId: gone.id, kept: keeping }, by);
  if (accounts?.wasActive) await emit(trx, by.at, "account.merged", { personMergeId }, { personId: kept.id });
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "person.merged",
    subjectId: kept.id,
    details: { gone: gone.id, fields: Object.keys(taken) },
  });
  return { status: "merged" };
}

/**
 * The workshops in which both are, or either teaches or is nominated, held in one order: nobody enrols there, and no
 * sender ranks their nominees, meanwhile.
 */
async function holdShared(trx: Writer, { kept, gone }: Sides<PersonRecord>): Promise<SharedWorkshop[]> {
  const before = await listShared(trx, kept.id, gone.id);
  const teaching = await listTeachingWorkshops(trx, [kept.id, gone.id]);
  const nominated = await listNominatedWorkshops(trx, [kept.id, gone.id]);
  const known = new Set([...before.map(({ workshopId }) => workshopId), ...teaching, ...nominated]);
  await hold(trx, "workshop", ...known);
  return known.size ? listShared(trx, kept.id, gone.id) : before;
}

function sharedRefusal(
  shared: readonly SharedWorkshop[],
  { enrolments }: Choices,
  { participants }: Merger,
): SharedRefusal | null {
  if (!shared.every((one) => covers(participants, one))) return "elsewhere";
  if (shared.some((one) => !mayStay(one).length)) return "bothCertified";
  const isDecided = (one: SharedWorkshop) => mayStay(one).some((side) => side === enrolments.get(one.workshopId));
  return shared.every(isDecided) ? null : "undecided";
}

type OneAccount = { status: "one"; merged: MergedAccounts | null };
type AccountsRefused = { status: "refused"; because: AccountMergeRefusal | "undecided" };

async function oneAccount(
  trx: Writer,
  { kept, gone }: Sides<PersonRecord>,
  side: Side | null,
  by: Merger,
): Promise<OneAccount | AccountsRefused> {
  const personIds: [Id<"person">, Id<"person">] = [kept.id, gone.id];
  if ((await listAccountsOf(trx, personIds)).length < 2) return { status: "one", merged: null };
  if (!side) return { status: "refused", because: "undecided" };
  const staysWith = side === "kept" ? kept.id : gone.id;
  const outcome = await mergeAccounts(trx, { personIds, staysWith, mayGrant: by.mayGrant }, by);
  return outcome.status === "refused" ? outcome : { status: "one", merged: outcome.merged };
}

async function oneEnrolmentEach(
  trx: Writer,
  shared: readonly SharedWorkshop[],
  { enrolments }: Choices,
  by: By,
): Promise<WholeMerge["enrolments"]> {
  const merged: WholeMerge["enrolments"] = [];
  for (const { workshopId, kept, gone } of shared) {
    const [stays, goes] = enrolments.get(workshopId) === "gone" ? [gone, kept] : [kept, gone];
    const sessionIds = await moveMarks(trx, { from: goes.id, to: stays.id });
    const dossier = await moveDossier(trx, { from: goes.id, to: stays.id });
    const one = await mergeEnrolments(trx, { workshopId, stayedId: stays.id, goneId: goes.id }, by);
    await settleMoved(trx, workshopId, by);
    merged.push({ ...one, sessionIds, dossier });
  }
  return merged;
}

export type UndoingOutcome =
  | { status: "undone"; restoredId: Id<"person"> }
  | {
      status: "refused";
      because: "nothing" | "tooLate" | "changedSince" | "certifiedSince" | "seatTaken" | "addressTaken";
    };

/**
 * Makes two again of what was merged last. What has come since stays with the record that has stayed.
 * Refused where something rests on the merge: what was taken over has been changed, a certificate was issued, a seat or
 * an address is somebody else's by now. Where it refuses, the transaction has to be undone.
 */
export async function undoMerge(trx: Writer, kept: PersonRecord, by: By): Promise<UndoingOutcome> {
  const merge = await findLastMerge(trx, kept.id);
  if (!merge) return { status: "refused", because: "nothing" };
  if (!merge.kept || !isUndoable(merge.mergedAt, by.at)) return { status: "refused", because: "tooLate" };
  const { gone, before, taken, moved, lists, joined, distinct } = merge.kept;
  const teaching = await listTeachingWorkshops(trx, [kept.id]);
  const shared = merge.kept.enrolments.map(({ workshopId }) => workshopId);
  await hold(trx, "workshop", ...new Set([...shared, ...teaching]));
  const isAsTaken = Object.entries(taken).every(([name, value]) => kept[name as keyof PersonRecord] === value);
  if (!isAsTaken) return { status: "refused", because: "changedSince" };
  if (await isCertifiedSince(trx, merge.kept, merge.mergedAt)) return { status: "refused", because: "certifiedSince" };

  await restoreRecord(trx, gone);
  await moveBack(trx, { from: kept.id, to: gone.id, rows: moved });
  if (merge.kept.faculty) await unmergeMembers(trx, merge.kept.faculty, by);
  const refusal = await twoAgain(trx, merge.kept, by);
  if (refusal) return { status: "refused", because: refusal };
  await partLists(trx, { from: kept.id, to: gone.id }, { lists, joined });
  const addressOf = await addressesOf(trx, [kept.id, gone.id]);
  await storeRecord(trx, { ...kept, ...before }, addressOf(kept.id) ?? { ...kept, ...before }.email);
  await storeRecord(trx, gone, addressOf(gone.id) ?? gone.email);
  await restoreDistinct(trx, gone.id, distinct);
  await noteUndone(trx, merge.id, by.at);
  for (const [subjectId, other] of [[kept.id, gone.id] as const, [gone.id, kept.id] as const])
    await audit(trx, by.at, { accountId: by.accountId, action: "person.unmerged", subjectId, details: { other } });
  return { status: "undone", restoredId: gone.id };
}

/** What had become one beside the record itself: enrolments in one workshop with their marks, and accounts. */
async function twoAgain(trx: Writer, { enrolments, accounts }: WholeMerge, by: By) {
  for (const { sessionIds, dossier, ...merged } of enrolments.toReversed()) {
    const outcome = await unmergeEnrolments(trx, merged, by);
    if (outcome !== "unmerged") return outcome;
    await moveMarksOf(trx, { from: merged.stayedId, to: merged.goneId }, sessionIds);
    if (dossier) await moveDossierOf(trx, { from: merged.stayedId, to: merged.goneId }, dossier);
    await settleMoved(trx, merged.workshopId, by);
  }
  if (!accounts) return null;
  const outcome = await unmergeAccounts(trx, accounts, by);
  if (outcome !== "unmerged") return outcome;
  const { goneId: accountId, personId } = accounts;
  if (accounts.wasActive) await emit(trx, by.at, "account.unmerged", { accountId }, { personId });
  return null;
}

async function addressesOf(trx: Writer, ids: Id<"person">[]) {
  const accounts = await listAccountsOf(trx, ids);
  return (id: Id<"person">) => accounts.find(({ personId }) => personId === id)?.email ?? null;
}
