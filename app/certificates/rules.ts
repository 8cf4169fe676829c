import { type MarkCounts, reaches } from "#app/attendance/rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

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
  | "nameNotConfirmed"
  | "glyphsMissing"
  | "alreadyIssued";

/** Everything that stands between somebody and a certificate; empty when nothing does. */
export function obstacles(candidate: Candidate): Obstacle[] {
  if (candidate.hasCertificate) return ["alreadyIssued"];
  const found: Obstacle[] = [];
  if (candidate.workshopState !== "completed") found.push("workshopNotCompleted");
  const isHeld = candidate.workshopState === "completed" || candidate.counts.sessions > 0;
  if (isHeld && !reaches(candidate.counts, candidate.minimumAttendance)) found.push("attendanceBelow");
  if (!candidate.isNameConfirmed) found.push("nameNotConfirmed");
  if (candidate.missingGlyphs.length) found.push("glyphsMissing");
  return found;
}
