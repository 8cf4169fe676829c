import type { Reach } from "#app/access/permissions.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

/** The largest file. Fifty thousand people take a fifth of it. */
export const mostImportBytes = 10_000_000;

/** A list that nobody goes on with ends after so many days; one that was imported can be undone for as long. */
const keptDays = 30;

export const endsBefore = (at: Instant): Instant => plusDays(at, -keptDays);

/** Whether whoever has this reach may send lists to a programme, and go on with them. */
export const takesIn = ({ everywhere, programmeIds }: Reach, programmeId: Id<"programme">): boolean =>
  everywhere || programmeIds.includes(programmeId);

const importStates = [
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

/**
 * What somebody looks at together: who is asked about apart from who was answered for, and those recognised by their
 * names alone apart from those by their address.
 */
export const rowGroups = ["wrong", "asked", "byName", "answered", "new", "changed", "same"] as const;
export type RowGroup = (typeof rowGroups)[number];

/** Whoever is asked about a row says: somebody new, or which person. */
export const newPerson = "new";

export type Counts = Record<RowGroup, number> & {
  /** People whom several rows mean. */
  twice: number;
  total: number;
};

export type ImportHindrance = "wrong" | "asked" | "twice" | "nothing";

/** Why it cannot be imported yet; null where it can. */
export function hindranceOf({ wrong, asked, twice, total }: Counts): ImportHindrance | null {
  if (wrong > 0) return "wrong";
  if (asked > 0) return "asked";
  if (twice > 0) return "twice";
  return total === 0 ? "nothing" : null;
}
