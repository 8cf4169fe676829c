import type { By } from "#app/access/actor.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { type FoundCandidate, findCandidates } from "#app/enrolment/selection/candidates.queries.ts";
import { findMinutes } from "#app/enrolment/selection/minutes/minutes.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { keepRound } from "#app/nominations/selection/announced.commands.ts";
import {
  announcementProblems,
  draftVersion,
  inReserve,
  isOpenCase,
  reserveRanks,
} from "#app/nominations/selection/selection.rules.ts";
import { emit } from "#app/outbox/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Announced =
  | { status: "announced"; roundId: Id<"selectionRound"> }
  | { status: "refused"; because: "problems" | "changed" | "seats" };

/** What a page has shown of the decisions: another text where one of them has changed since. */
export function promiseOf(candidates: readonly FoundCandidate[]): string {
  const open = candidates.filter(isOpenCase);
  const count = (decision: FoundCandidate["decision"]) => open.filter((one) => one.decision === decision).length;
  return [count("selected"), count("reserve"), count("notSelected"), draftVersion(open)].join(".");
}

/**
 * Announces what is decided about everybody, all of it or nothing: whoever is selected gets a seat, whoever is in
 * reserve waits behind them in their order, and everybody is told. The workshop is held.
 */
export async function announceSelection(
  trx: Writer,
  workshop: HeldWorkshop,
  promised: string,
  by: By,
): Promise<Announced> {
  const { candidates, groups } = await findCandidates(trx, workshop);
  const isStillOpen = isCallOpen(await findCall(trx, workshop.id), workshop, by.at);
  const isNow = mayNow("nominate", workshop, by.at);
  if (announcementProblems({ groups, candidates, isNow, isCallOpen: isStillOpen }).length)
    return { status: "refused", because: "problems" };
  if (promiseOf(candidates) !== promised) return { status: "refused", because: "changed" };

  const open = candidates.filter(isOpenCase);
  const selected = open.filter(({ decision }) => decision === "selected");
  const reserves = inReserve(candidates);
  // read before people are enrolled: the minutes say what was free
  const minutes = await findMinutes(trx, workshop, { candidates: open, groups, by });
  const personIds = [...selected, ...reserves].map(({ personId }) => personId);
  if (personIds.length) {
    const adding = { workshopId: workshop.id, personIds, reason: null, note: null, seats: selected.length };
    const outcome = await addOnBehalf(trx, { ...adding, kind: "selected" }, by);
    if (outcome.status === "refused" || outcome.seats !== selected.length)
      return { status: "refused", because: "seats" };
  }
  const ranks = reserveRanks(candidates);
  const decided = open.flatMap(({ id, decision }) =>
    decision === null ? [] : [{ id, decision, reserveRank: ranks.get(id) ?? null }],
  );
  const roundId = await keepRound(trx, { workshop, decided, minutes: JSON.stringify(minutes) }, by);
  await emit(trx, by.at, "selection.announced", { selectionRoundId: roundId }, { workshopId: workshop.id });
  return { status: "announced", roundId };
}
