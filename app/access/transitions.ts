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

/**
 * Where somebody can go from a state as things stand, in the order of the table.
 * The table that buttons are drawn by is the one that commands are refused by.
 */
export const destinations = <State extends string, Who extends string, Condition extends string>(
  ways: readonly Way<State, Who, Condition>[],
  { from, by, holds }: Standing<State, Who, Condition>,
): State[] => ways.filter((way) => way.from === from && way.by === by && isOpen(way.when, holds)).map(({ to }) => to);

const isOpen = (when: Record<string, boolean | undefined>, holds: Record<string, boolean | undefined>) =>
  Object.entries(when).every(([condition, wanted]) => holds[condition] === wanted);
