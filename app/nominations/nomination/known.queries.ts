import { findCall, type StoredCall } from "#app/nominations/call/queries.ts";
import { isStillOpen } from "#app/nominations/call/rules.ts";
import { listNominationLetters } from "#app/nominations/letter/queries.ts";
import { isSubstitutable } from "#app/nominations/substitution/substitution.queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Nomination } from "./queries.ts";
import type { NominationHolds } from "./rules.ts";

/** Whether the sender's part of a call is open. */
export const isCallOpen = (call: StoredCall | null, workshop: Workshop, at: Instant): boolean =>
  call !== null &&
  call.version > 0 &&
  mayNow("nominate", workshop, at) &&
  isStillOpen(call.content.closesOn, call.content.zone, at);

/** Whether what was returned may still be put right: as long as the call is open, or until a day of its own. */
export const isCorrectable = (
  call: StoredCall | null,
  workshop: Workshop,
  { correctByOn }: Pick<Nomination, "correctByOn">,
  at: Instant,
): boolean =>
  mayNow("nominate", workshop, at) &&
  (isCallOpen(call, workshop, at) ||
    (correctByOn !== null && isStillOpen(correctByOn, call?.content.zone ?? workshop.zone, at)));

/** What the table of ways wants to know of a nomination. */
export async function findKnown(
  db: Reader,
  workshop: Workshop,
  nomination: Nomination,
  at: Instant,
): Promise<NominationHolds> {
  const { institutionId, begunBy, inPlaceOfId, createdAt } = nomination;
  const call = await findCall(db, workshop.id);
  const isOpen = isCallOpen(call, workshop, at);
  const [letter] = await listNominationLetters(db, { workshopId: workshop.id, institutionId });
  const isSubstitute = inPlaceOfId !== null;
  const mayPass = isSubstitute && (await isSubstitutable(db, workshop, nomination, at));
  return {
    ...{ isAhead: mayNow("nominate", workshop, at), isOpen },
    isOpenToNominees: isOpen && call !== null && isStillOpen(call.content.nomineeClosesOn, call.content.zone, at),
    isCorrectable: isCorrectable(call, workshop, nomination, at),
    // the letter about those who were selected says nothing of a substitute
    hasLetter: letter !== undefined && (!isSubstitute || letter.addedAt > createdAt),
    isSendersOwn: begunBy === "sender",
    ...{ isSubstitutable: mayPass, isOutdated: isSubstitute && !mayPass },
  };
}
