/** A way from one state into another: who takes it, and what has to be so. Null: there is no state yet. */
export type Way<State extends string, Who extends string, Condition extends string> = {
  from: State | null;
  to: State;
  by: Who;
  when: Readonly<Partial<Record<Condition, boolean>>>;
};

type Standing<State, Who, Condition extends string> = {
  from: State | null;
  by: Who;
  /** What is known; a way whose condition is not told is not open. */
  holds: Readonly<Partial<Record<Condition, boolean>>>;
};

/** A way, and the first of its conditions that is not as it has to be; null where the way is open. */
type Surveyed<State extends string, Who extends string, Condition extends string> = {
  way: Way<State, Who, Condition>;
  lacks: Condition | null;
};

/**
 * All ways of somebody from a state, in the order of the table, also those that are not open as things stand.
 * The table that buttons are drawn by is the one that commands are refused by.
 */
export const waysFrom = <State extends string, Who extends string, Condition extends string>(
  ways: readonly Way<State, Who, Condition>[],
  { from, by, holds }: Standing<State, Who, Condition>,
): Surveyed<State, Who, Condition>[] =>
  ways.filter((way) => way.from === from && way.by === by).map((way) => ({ way, lacks: firstLack(way.when, holds) }));

/** Where somebody can go from a state as things stand. */
export const destinations = <State extends string, Who extends string, Condition extends string>(
  ways: readonly Way<State, Who, Condition>[],
  standing: Standing<State, Who, Condition>,
): State[] =>
  waysFrom(ways, standing)
    .filter(({ lacks }) => lacks === null)
    .map(({ way }) => way.to);

function firstLack<Condition extends string>(
  when: Readonly<Partial<Record<Condition, boolean>>>,
  holds: Readonly<Partial<Record<Condition, boolean>>>,
): Condition | null {
  const conditions = Object.keys(when) as Condition[];
  return conditions.find((condition) => holds[condition] !== when[condition]) ?? null;
}
