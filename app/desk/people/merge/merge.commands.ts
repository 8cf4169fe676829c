import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import {
  concludeMerge,
  noteMerge,
  noteUndone,
  restoreDistinct,
  restoreRecord,
  setApart,
  storeRecord,
} from "#app/people/merge.commands.ts";
import {
  type ChosenField,
  isUndoable,
  type KeptMerge,
  type PersonRecord,
  type Side,
  type Sides,
  takenOver,
} from "#app/people/merge.rules.ts";
import { joinLists, partLists } from "#app/programmes/list.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type MovedRows, moveBack, moveReferences } from "#db/person-references.ts";
import { findLastMerge, isCertifiedSince, listAccountsOfPair, listSharedWorkshops } from "./merge.queries.ts";

export type MergeOutcome =
  | { status: "merged" }
  | { status: "refused"; because: "bothAccounts" }
  | { status: "refused"; because: "sameWorkshop"; codes: string[] };

/**
 * Makes one record of two: everything of the one that goes is the other's from now on, and what differs is as it was
 * chosen. The audit keeps what it has said of both. The caller holds both, and knows that they are within reach.
 * Refused where both have an account, as each lets somebody in, and where both are in one workshop, as each has a seat,
 * marks and perhaps a certificate there: somebody has to decide which of them counts.
 */
export async function mergePeople(
  trx: Writer,
  { kept, gone }: Sides<PersonRecord>,
  choices: Partial<Record<ChosenField, Side>>,
  by: By,
): Promise<MergeOutcome> {
  const accounts = await listAccountsOfPair(trx, [kept.id, gone.id]);
  if (accounts.length > 1) return { status: "refused", because: "bothAccounts" };
  const shared = await listSharedWorkshops(trx, kept.id, gone.id);
  if (shared.length) return { status: "refused", because: "sameWorkshop", codes: shared.map(({ code }) => code) };

  const account = accounts.at(0) ?? null;
  // whoever has an account is written to at its address
  const taken = { ...takenOver({ kept, gone }, choices), ...(account && { email: null }) };
  const before = Object.fromEntries(Object.keys(taken).map((name) => [name, kept[name as keyof PersonRecord]]));
  const distinct = await setApart(trx, gone.id);
  const { lists, joined } = await joinLists(trx, gone.id, kept.id);
  const moved = await moveReferences(trx, gone.id, kept.id);
  const result = { ...kept, ...taken };
  await concludeMerge(trx, { kept: result, address: account?.email ?? result.email }, gone.id);
  const keeping: KeptMerge<MovedRows> = { gone, before, taken, moved, lists, joined, distinct };
  await noteMerge(trx, { personId: kept.id, goneId: gone.id, kept: keeping }, by);
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "person.merged",
    subjectId: kept.id,
    details: { gone: gone.id, fields: Object.keys(taken) },
  });
  return { status: "merged" };
}

export type UndoingOutcome =
  | { status: "undone"; restoredId: Id<"person"> }
  | { status: "refused"; because: "nothing" | "tooLate" | "changedSince" | "certifiedSince" };

/**
 * Makes two again of what was merged last. What has come since stays with the record that has stayed.
 * Refused where something rests on the merge: what was taken over has been changed, or a certificate was issued.
 */
export async function undoMerge(trx: Writer, kept: PersonRecord, by: By): Promise<UndoingOutcome> {
  const merge = await findLastMerge(trx, kept.id);
  if (!merge) return { status: "refused", because: "nothing" };
  if (!merge.kept || !isUndoable(merge.mergedAt, by.at)) return { status: "refused", because: "tooLate" };
  const { gone, before, taken, moved, lists, joined, distinct } = merge.kept;
  const isAsTaken = Object.entries(taken).every(([name, value]) => kept[name as keyof PersonRecord] === value);
  if (!isAsTaken) return { status: "refused", because: "changedSince" };
  if (await isCertifiedSince(trx, moved)) return { status: "refused", because: "certifiedSince" };

  await restoreRecord(trx, gone);
  await moveBack(trx, { from: kept.id, to: gone.id, rows: moved });
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

async function addressesOf(trx: Writer, ids: Id<"person">[]) {
  const accounts = await listAccountsOfPair(trx, ids);
  return (id: Id<"person">) => accounts.find(({ personId }) => personId === id)?.email ?? null;
}
