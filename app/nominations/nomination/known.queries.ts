import { findCall, type StoredCall } from "#app/nominations/call/queries.ts";
import { isStillOpen } from "#app/nominations/call/rules.ts";
import { listNominationLetters } from "#app/nominations/letter/queries.ts";
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

/** What the table of ways wants to know of a nomination. */
export async function findKnown(
  db: Reader,
  workshop: Workshop,
  { institutionId, correctByOn, begunBy }: Nomination,
  at: Instant,
): Promise<NominationHolds> {
  const call = await findCall(db, workshop.id);
  const isAhead = mayNow("nominate", workshop, at);
  const isOpen = isCallOpen(call, workshop, at);
  const zone = call?.content.zone ?? workshop.zone;
  return {
    ...{ isAhead, isOpen },
    isOpenToNominees: isOpen && call !== null && isStillOpen(call.content.nomineeClosesOn, zone, at),
    isCorrectable: isAhead && (isOpen || (correctByOn !== null && isStillOpen(correctByOn, zone, at))),
    hasLetter: (await listNominationLetters(db, { workshopId: workshop.id, institutionId })).length > 0,
    isSendersOwn: begunBy === "sender",
  };
}
