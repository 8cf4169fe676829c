import { baseOf, type MarkCounts, reaches } from "#app/attendance/measures.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";

export type Candidate = {
  workshopState: WorkshopState;
  counts: MarkCounts;
  minimumAttendance: number;
  isNameConfirmed: boolean;
  /** Characters of the confirmed name that the document's fonts cannot set. */
  missingGlyphs: string[];
  hasCertificate: boolean;
};

/** What keeps somebody from a certificate, whether or not they have one. */
export type Hindrance =
  | "workshopNotCompleted"
  | "attendanceBelow"
  | "excusedThroughout"
  | "nameNotConfirmed"
  | "glyphsMissing";
export type Obstacle = Hindrance | "alreadyIssued";

/** Everything that stands between somebody and a certificate; empty when nothing does. */
export const obstacles = (candidate: Candidate): Obstacle[] =>
  candidate.hasCertificate ? ["alreadyIssued"] : hindrances(candidate);

/** The same for whoever has one: what would keep them from another. Empty when theirs may be replaced. */
export function hindrances(candidate: Omit<Candidate, "hasCertificate">): Hindrance[] {
  const found: Hindrance[] = [];
  if (candidate.workshopState !== "completed") found.push("workshopNotCompleted");
  if (!reaches(candidate.counts, candidate.minimumAttendance))
    found.push(baseOf(candidate.counts) > 0 ? "attendanceBelow" : "excusedThroughout");
  if (!candidate.isNameConfirmed) found.push("nameNotConfirmed");
  if (candidate.missingGlyphs.length) found.push("glyphsMissing");
  return found;
}

/** What keeps a certificate from having been earned: too little attendance, or none that was asked for. */
export const shortfallOf = (found: readonly Hindrance[]) =>
  found.find((one) => one === "attendanceBelow" || one === "excusedThroughout");

type Chosen = { id: Id<"enrolment">; obstacles: readonly Obstacle[] };

export type Decision<Someone extends Chosen> = {
  to: Someone[];
  /** Ids of those chosen who get none. */
  refused: Id<"enrolment">[];
  /** What no document could be printed with: then nobody gets one. */
  unprintable: string[];
};

/**
 * Who of those chosen gets a certificate. What is issued is frozen: no document could ever be made of a wording that
 * the fonts cannot set.
 * @param chosen ids, also of people who are no candidates
 * @param unprintableFor characters of what certificates for these people say, other than their names
 */
export function decideIssue<Someone extends Chosen>(
  candidates: readonly Someone[],
  chosen: readonly Id<"enrolment">[],
  unprintableFor: (holders: readonly Someone[]) => string[],
): Decision<Someone> {
  const eligible = candidates.filter(({ id, obstacles }) => chosen.includes(id) && obstacles.length === 0);
  const unprintable = unprintableFor(eligible);
  const to = unprintable.length ? [] : eligible;
  return { to, unprintable, refused: chosen.filter((id) => !to.some((one) => one.id === id)) };
}
