import { type Instant, plusDays } from "#app/time/instant.ts";

/** The largest file. Fifty thousand people take a fifth of it. */
export const mostImportBytes = 10_000_000;

/** A list that nobody goes on with ends after so many days; one that was imported can be undone for as long. */
export const keptDays = 30;

export const endsBefore = (at: Instant): Instant => plusDays(at, -keptDays);

export const importStates = [
  "receiving",
  "checking",
  "asked",
  "refused",
  "checked",
  "applying",
  "applied",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof importStates)[number];

export const outcomes = ["new", "changed", "same", "asked", "wrong"] as const;
export type RowOutcome = (typeof outcomes)[number];

/** What somebody looks at together: those recognised by their names alone stand apart from those by their address. */
export const rowGroups = ["wrong", "asked", "byName", "new", "changed", "same"] as const;
export type RowGroup = (typeof rowGroups)[number];

/** Whoever is asked about a row says: somebody new, or which person. */
export const newPerson = "new";

export type Counts = Record<RowGroup, number> & {
  /** Of those that are asked about. */
  undecided: number;
  total: number;
};

/** Why it cannot be imported yet; null where it can. */
export function hindranceOf({ wrong, undecided, total }: Counts): "wrong" | "undecided" | "nothing" | null {
  if (wrong > 0) return "wrong";
  if (undecided > 0) return "undecided";
  return total === 0 ? "nothing" : null;
}
