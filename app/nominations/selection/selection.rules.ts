import type { NominationState } from "#app/nominations/nomination/rules.ts";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

export const decisions = ["selected", "reserve", "notSelected"] as const;
export type SelectionDecision = (typeof decisions)[number];

/** Columns of the board: nobody has decided yet, or what was decided. */
export const boardColumns = ["undecided", ...decisions] as const;
export type BoardColumn = (typeof boardColumns)[number];

export const eligibilities = ["eligible", "ineligible"] as const;
export type Eligibility = (typeof eligibilities)[number];

/** Why somebody is not selected, or may not be. */
export const decisionReasons = [
  ...(["requirements", "documents", "duties", "experience"] as const),
  ...(["language", "earlier", "seats", "other"] as const),
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** So many people are decided on at once: the list of those who are chosen has to fit into an address. */
export const mostDecidedAtOnce = 100;

/** A nominee as the decision sees them. */
export type SelectionCase = {
  id: Id<"nomination">;
  state: NominationState;
  /** In which seats they would count. */
  group: QuotaGroup;
  /** Their place among those of their sender. */
  rank: number;
  institutionId: Id<"institution">;
  country: string;
  sex: "female" | "male" | "other" | null;
  isFirstTimer: boolean;
  isEnrolled: boolean;
  decision: SelectionDecision | null;
  reserveOrder: number | null;
  eligibility: Eligibility | null;
};

/** The seats of a group: of a quota, or of the common pool. */
export type GroupSeats = { group: QuotaGroup; capacity: number; seatsTaken: number; reserveCount: number };

/** Whether it is still open what becomes of somebody: nothing was announced. */
export const isOpenCase = ({ state }: Pick<SelectionCase, "state">) => state === "endorsed";

type Draft = { decision: SelectionDecision | null; eligibility: Eligibility | null; because: DecisionReason | null };

/** What speaks against a draft; null where nothing does. */
export function draftProblem({ decision, eligibility, because }: Draft): "ineligible" | "because" | null {
  if (eligibility === "ineligible" && decision !== null && decision !== "notSelected") return "ineligible";
  return needsReason({ decision, eligibility }) && because === null ? "because" : null;
}

/** A reason is given to whoever is not selected, and for whoever does not meet the requirements. */
export const needsReason = ({ decision, eligibility }: Omit<Draft, "because">) =>
  decision === "notSelected" || eligibility === "ineligible";

/** The candidates once some of them are decided on. Whoever comes into the reserve comes behind the others. */
export function withDecision<One extends SelectionCase>(
  candidates: readonly One[],
  ids: readonly Id<"nomination">[],
  decision: SelectionDecision | null,
): One[] {
  let last = Math.max(0, ...candidates.map(({ reserveOrder }) => reserveOrder ?? 0));
  const chosen = new Set(ids);
  const orders = new Map<Id<"nomination">, number>();
  for (const one of candidates.filter(({ id }) => chosen.has(id)).toSorted(bySender)) {
    if (decision !== "reserve") continue;
    if (one.reserveOrder === null) last += 1;
    orders.set(one.id, one.reserveOrder ?? last);
  }
  return candidates.map((one) =>
    chosen.has(one.id) ? { ...one, decision, reserveOrder: orders.get(one.id) ?? null } : one,
  );
}

/** Those whom senders want most come first. */
export const bySender = (a: SelectionCase, b: SelectionCase) => a.rank - b.rank || (a.id < b.id ? -1 : 1);

const byReserve = (a: SelectionCase, b: SelectionCase) =>
  (a.reserveOrder ?? 0) - (b.reserveOrder ?? 0) || bySender(a, b);

/** Those who are in reserve by the draft, in their order. */
export const inReserve = <One extends SelectionCase>(candidates: readonly One[]): One[] =>
  candidates.filter((one) => isOpenCase(one) && one.decision === "reserve").toSorted(byReserve);

/** The place of each in the reserve of their group, from one on, without gaps. */
export function reserveRanks(candidates: readonly SelectionCase[]): Map<Id<"nomination">, number> {
  const groups = Map.groupBy(inReserve(candidates), ({ group }) => group);
  return new Map([...groups.values()].flatMap((own) => own.map(({ id }, index) => [id, index + 1] as const)));
}

/** The order in which one changes places with the next of their group; null where there is no place to move to. */
export function reorderedReserve<One extends SelectionCase>(
  candidates: readonly One[],
  id: Id<"nomination">,
  step: "up" | "down",
): One[] | null {
  const order = inReserve(candidates);
  const from = order.findIndex((one) => one.id === id);
  const moved = order[from];
  if (!moved) return null;
  const isOfGroup = (one: One) => one.group === moved.group;
  const to =
    step === "up"
      ? order.slice(0, from).findLastIndex(isOfGroup)
      : order.findIndex((one, place) => place > from && isOfGroup(one));
  const other = order[to];
  if (!other) return null;
  order[from] = other;
  order[to] = moved;
  return order;
}

/** What the draft does to the seats of a group. */
export type Effect = GroupSeats & { free: number; selected: number; reserves: number; left: number };

/** Nobody overtakes those who wait already: seats that are meant for them are not free. */
export function effectsOf(groups: readonly GroupSeats[], candidates: readonly SelectionCase[]): Effect[] {
  return groups.map((seats) => {
    const own = candidates.filter((one) => isOpenCase(one) && one.group === seats.group);
    const free = Math.max(0, seats.capacity - seats.seatsTaken - seats.reserveCount);
    const selected = own.filter(({ decision }) => decision === "selected").length;
    const reserves = own.filter(({ decision }) => decision === "reserve").length;
    return { ...seats, free, selected, reserves, left: free - selected };
  });
}

export type SelectionProblem =
  | { because: "notNow" | "callOpen" | "nobody" }
  | { because: "undecided" | "enrolled" | "ineligible"; ids: Id<"nomination">[] }
  /** More are selected than there are seats; or seats stay free beside those in reserve, who would get them at once. */
  | { because: "over" | "seatsLeft"; group: QuotaGroup; count: number };

type Announcing = {
  groups: readonly GroupSeats[];
  candidates: readonly SelectionCase[];
  /** Whether people can be enrolled now. */
  isNow: boolean;
  isCallOpen: boolean;
};

/** All that speaks against announcing the decisions as they are drafted. */
export function announcementProblems({ groups, candidates, isNow, isCallOpen }: Announcing): SelectionProblem[] {
  const open = candidates.filter(isOpenCase);
  if (!isNow) return [{ because: "notNow" }];
  if (isCallOpen) return [{ because: "callOpen" }];
  if (!open.length) return [{ because: "nobody" }];
  const some = (because: "undecided" | "enrolled" | "ineligible", holds: (one: SelectionCase) => boolean) => {
    const ids = open.filter(holds).map(({ id }) => id);
    return ids.length ? [{ because, ids }] : [];
  };
  const isIn = ({ decision }: SelectionCase) => decision === "selected" || decision === "reserve";
  return [
    ...some("undecided", ({ decision }) => decision === null),
    ...some("enrolled", (one) => isIn(one) && one.isEnrolled),
    ...some("ineligible", (one) => isIn(one) && one.eligibility === "ineligible"),
    ...effectsOf(groups, open).flatMap(({ group, left, reserves }): SelectionProblem[] => {
      if (left < 0) return [{ because: "over", group, count: -left }];
      return reserves > 0 && left > 0 ? [{ because: "seatsLeft", group, count: left }] : [];
    }),
  ];
}

/** Of some people: how many, and what they are like. Whose sex is not known is in no share of women. */
export type Balance = {
  people: number;
  women: number;
  knownSex: number;
  firstTimers: number;
  institutions: number;
  byCountry: { country: string; count: number }[];
};

export function balanceOf(people: readonly SelectionCase[]): Balance {
  const countries = [...Map.groupBy(people, ({ country }) => country)];
  return {
    people: people.length,
    women: people.filter(({ sex }) => sex === "female").length,
    knownSex: people.filter(({ sex }) => sex !== null).length,
    firstTimers: people.filter(({ isFirstTimer }) => isFirstTimer).length,
    institutions: new Set(people.map(({ institutionId }) => institutionId)).size,
    byCountry: countries
      .map(([country, own]) => ({ country, count: own.length }))
      .toSorted((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1)),
  };
}

export const isSelected = ({ state, decision }: SelectionCase) =>
  isOpenCase({ state }) ? decision === "selected" : state === "selected";

/** Decisions as somebody saw them: another text where one of them has changed since. */
export function draftVersion(seen: readonly { changedAt: Instant | null }[]): string {
  const times = seen.flatMap(({ changedAt }) => changedAt ?? []).toSorted();
  return `${times.length}.${times.at(-1) ?? ""}`;
}
