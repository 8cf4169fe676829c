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

export type Obstacle =
  | "workshopNotCompleted"
  | "attendanceBelow"
  | "excusedThroughout"
  | "nameNotConfirmed"
  | "glyphsMissing"
  | "alreadyIssued";

/** Everything that stands between somebody and a certificate; empty when nothing does. */
export function obstacles(candidate: Candidate): Obstacle[] {
  if (candidate.hasCertificate) return ["alreadyIssued"];
  const found: Obstacle[] = [];
  if (candidate.workshopState !== "completed") found.push("workshopNotCompleted");
  if (!reaches(candidate.counts, candidate.minimumAttendance))
    found.push(baseOf(candidate.counts) > 0 ? "attendanceBelow" : "excusedThroughout");
  if (!candidate.isNameConfirmed) found.push("nameNotConfirmed");
  if (candidate.missingGlyphs.length) found.push("glyphsMissing");
  return found;
}

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
