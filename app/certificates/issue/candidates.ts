import { type MarkCounts, sessionsSoFar } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { listCertificatesByEnrolment } from "#app/certificates/queries.ts";
import { type Hindrance, hindrances, type Obstacle, obstacles } from "#app/certificates/rules.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { listParticipants, type Participant } from "#app/enrolment/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

export type CandidateRow = {
  person: Participant;
  counts: MarkCounts;
  certificate: { number: string; issuedAt: Instant; madeAt: Instant | null } | null;
  obstacles: Obstacle[];
  /** The same, were there no certificate yet. */
  hindrances: Hindrance[];
  missingGlyphs: string[];
};

type WorkshopFacts = Pick<Workshop, "id" | "state" | "minimumAttendance">;

/** Everybody with a seat, and why they can or cannot have a certificate. */
export async function listCandidates(
  db: Reader,
  workshop: WorkshopFacts,
  fonts: FontCoverage,
): Promise<CandidateRow[]> {
  const seated = await listParticipants(db, workshop.id, "seated");
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  const certificates = await listCertificatesByEnrolment(db, workshop.id);
  return seated.map((person) => {
    const counts = countsOf(person.id);
    const certificate = certificates.get(person.id) ?? null;
    const missing = missingGlyphs(fonts, `${person.certificateName ?? ""}${person.certificateSecondName ?? ""}`);
    const candidate = {
      workshopState: workshop.state,
      counts,
      minimumAttendance: workshop.minimumAttendance,
      isNameConfirmed: Boolean(person.nameConfirmedAt && person.certificateName),
      missingGlyphs: missing,
    };
    return {
      ...{ person, counts, certificate, missingGlyphs: missing },
      obstacles: obstacles({ ...candidate, hasCertificate: certificate !== null }),
      hindrances: hindrances(candidate),
    };
  });
}
