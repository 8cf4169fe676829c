import { destinations, type Way } from "#app/access/transitions.ts";

/** What was announced of a nomination: whoever is selected or in reserve is enrolled by the same act. */
export const announcedStates = ["selected", "reserve", "notSelected"] as const;
export const nominationStates = [
  ...(["draft", "submitted", "endorsed", "returned"] as const),
  ...announcedStates,
  "withdrawn",
] as const;
export type NominationState = (typeof nominationStates)[number];

/** States in which somebody may have a seat: that of the reserve is theirs once they have moved up. */
const seatableStates = ["selected", "reserve"] as const satisfies NominationState[];
export const isSeatable = (state: NominationState) => seatableStates.some((one) => one === state);

/**
 * `isOpen`: the sender's part of the call is. `isOpenToNominees`: the nominee's own part is. `isCorrectable`: what was
 * returned may still be put right. `hasLetter`: the sender has handed in the signed one; for a substitute, one of their
 * own. `isSendersOwn`: the sender has begun it, not the nominee. `isAhead`: the workshop has not begun.
 * `isSubstitutable`: it is a substitute's, and the seat of whoever they stand in for may still change hands.
 * `isSubstituted`: its seat goes to a substitute by the same act. `isOutdated`: it is a substitute's, and that seat
 * can no longer change hands.
 */
type Condition =
  | ("isOpen" | "isOpenToNominees" | "isCorrectable" | "hasLetter" | "isSendersOwn" | "isAhead")
  | ("isSubstitutable" | "isSubstituted" | "isOutdated");

/**
 * `nominee`: the person. `sender`: the focal point of their institution. `host`: whoever coordinates the workshop.
 * `merger`: whoever makes one record of two of one person. `system`: nobody has asked for it.
 */
export type NominationActor = "nominee" | "sender" | "host" | "merger" | "system";

/** States in which it is still open what becomes of somebody. */
export const openStates = ["draft", "submitted", "endorsed", "returned"] as const satisfies NominationState[];

/** States in which somebody is nominated, and so has a rank: it stays once a decision was announced. */
export const standingStates = [...openStates, ...announcedStates] as const satisfies NominationState[];

const nearestLast = ["draft", "returned", "submitted", "notSelected", "endorsed", "reserve", "selected"] as const;

/** Which of two nominations of one person stays: the one that is nearer to a seat, else that of the kept record. */
export const stays = (ofKept: NominationState, ofGone: NominationState): "kept" | "gone" => {
  const nearness = (state: NominationState) => (nearestLast as readonly string[]).indexOf(state);
  return nearness(ofGone) > nearness(ofKept) ? "gone" : "kept";
};

const leaving = (from: (typeof openStates)[number]) =>
  (["nominee", "sender", "host"] as const)
    // what nobody has sent yet is not the host's
    .filter((by) => by !== "host" || from !== "draft")
    .map((by) => ({ from, to: "withdrawn", by, when: { isAhead: true } }) as const);

/** Every change of a nomination. Who was never nominated here, or was withdrawn, has no state (null). */
export const nominationWays: readonly Way<NominationState, NominationActor, Condition>[] = [
  { from: null, to: "draft", by: "sender", when: { isOpen: true } },
  { from: null, to: "draft", by: "nominee", when: { isOpenToNominees: true } },
  { from: "draft", to: "submitted", by: "nominee", when: { isOpenToNominees: true, isSendersOwn: false } },
  { from: "draft", to: "endorsed", by: "sender", when: { isOpen: true, isSendersOwn: true, hasLetter: true } },
  { from: "submitted", to: "endorsed", by: "sender", when: { isOpen: true, hasLetter: true } },
  { from: "submitted", to: "returned", by: "sender", when: { isOpen: true } },
  { from: "submitted", to: "returned", by: "host", when: { isAhead: true } },
  { from: "endorsed", to: "returned", by: "host", when: { isAhead: true } },
  { from: "returned", to: "submitted", by: "nominee", when: { isCorrectable: true, isSendersOwn: false } },
  { from: "returned", to: "endorsed", by: "sender", when: { isCorrectable: true, hasLetter: true } },
  // as long as others may still be nominated, nobody is decided on; from then on the seat is the enrolment's
  ...announcedStates.map(
    (to) => ({ from: "endorsed", to, by: "host", when: { isAhead: true, isOpen: false } }) as const,
  ),
  // in the place of somebody who has a seat: after the call, with a letter of its own
  { from: null, to: "draft", by: "sender", when: { isOpen: false, isSubstitutable: true } },
  { from: "draft", to: "endorsed", by: "sender", when: { isOpen: false, isSubstitutable: true, hasLetter: true } },
  ...seatableStates.map(
    (from) => ({ from, to: "withdrawn", by: "sender", when: { isAhead: true, isSubstituted: true } }) as const,
  ),
  ...openStates.flatMap(leaving),
  ...openStates.map((from) => ({ from, to: "withdrawn", by: "system", when: { isOutdated: true } }) as const),
  ...standingStates.map((from) => ({ from, to: "withdrawn", by: "merger", when: {} }) as const),
];

export type NominationHolds = Readonly<Partial<Record<Condition, boolean>>>;
type Standing = { from: NominationState | null; by: NominationActor; holds: NominationHolds };

/** Whether somebody may bring a nomination into a state, as things stand. */
export const mayBecome = (to: NominationState, standing: Standing) =>
  destinations(nominationWays, standing).includes(to);

/**
 * Why somebody leaves: of health no more is said than that. `double`: two records of one person became one. `outdated`:
 * the seat that a substitute should take can no longer change hands.
 */
export const withdrawalReasons = ["workload", "health", "visa", "post", "notAuthorised", "funding", "other"] as const;
export type LeavingReason = (typeof withdrawalReasons)[number];
export type WithdrawalReason = LeavingReason | "double" | "outdated";

type Withdrawn = { from: NominationState; who: NominationActor; begunBy: "nominee" | "sender" };

/**
 * Who is told that a nomination was withdrawn: everybody who knew of it, but for whoever has done it. A list that its
 * sender still prepares is theirs alone. The person is told in any case of what was theirs.
 */
export function toldOfWithdrawal({ from, who, begunBy }: Withdrawn): {
  nominee: boolean;
  sender: boolean;
  host: boolean;
} {
  if (who === "merger" || who === "system") return { nominee: false, sender: false, host: false };
  const wasSent = from === "endorsed" || from === "returned";
  return {
    nominee: wasSent || begunBy === "nominee",
    sender: who !== "sender" && (from !== "draft" || begunBy === "sender"),
    host: who !== "host" && wasSent,
  };
}

/** What was never sent, or came back. */
export const isUnsent = ({ state }: { state: NominationState }) =>
  state === "draft" || state === "submitted" || state === "returned";

type Sendable = { state: NominationState; begunBy: "nominee" | "sender"; inPlaceOfId: string | null };

/**
 * What its sender may send with their list, as it stands: what they have begun themselves, and what came back to them.
 * A substitute has a letter of their own, and is sent by themselves.
 */
export const isReadyToSend = ({ state, begunBy, inPlaceOfId }: Sendable) =>
  begunBy === "sender" && inPlaceOfId === null && (state === "draft" || state === "returned");

type Ranked = { id: string; rank: number };

/** The order in which one changes places with its neighbour; null where there is no place to move to. */
export function reordered<Item extends Ranked>(items: readonly Item[], id: string, step: "up" | "down"): Item[] | null {
  const order = items.toSorted((a, b) => a.rank - b.rank);
  const from = order.findIndex((one) => one.id === id);
  const to = step === "up" ? from - 1 : from + 1;
  const [moved, other] = [order[from], order[to]];
  if (!moved || !other) return null;
  order[from] = other;
  order[to] = moved;
  return order;
}

export type NominatingRefusal = "closed" | "tooMany" | "otherInstitution" | "enrolled" | "already";

type Candidate = { isOwn: boolean; isEnrolled: boolean; isNominated: boolean };

/** Why people cannot be nominated, all of them together; null where they can. Nobody is left out in silence. */
export function nominatingRefusal(
  candidates: readonly Candidate[],
  { isOpen, standing, most }: { isOpen: boolean; standing: number; most: number },
): NominatingRefusal | null {
  if (!mayBecome("draft", { from: null, by: "sender", holds: { isOpen } })) return "closed";
  if (candidates.some(({ isOwn }) => !isOwn)) return "otherInstitution";
  if (candidates.some(({ isEnrolled }) => isEnrolled)) return "enrolled";
  if (candidates.some(({ isNominated }) => isNominated)) return "already";
  return standing + candidates.length > most ? "tooMany" : null;
}
