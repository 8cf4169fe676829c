import { composeData, composeShared, type Shared } from "#app/certificates/document/compose.ts";
import { differences, type Part } from "#app/certificates/document/differences.rules.ts";
import type { CandidateRow } from "#app/certificates/issue/candidates.ts";
import type { Issued } from "#app/certificates/queries.ts";
import { shortfallOf } from "#app/certificates/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { firstsAmong } from "./chain.rules.ts";

/** A valid certificate that says what is not so any more. */
type Outdated = {
  enrolmentId: Id<"enrolment">;
  number: string;
  /** What would be said otherwise today. */
  parts: Part[];
  /** Whether its holder has still attended enough. */
  isEarned: boolean;
};

/** A workshop, everybody with a seat, and every certificate that it has issued. */
type Register = { workshop: Workshop; candidates: readonly CandidateRow[]; issued: readonly Issued[] };

/**
 * The certificates of a workshop that no longer say what is so: what they froze, beside what would be frozen now.
 * Institutions keep the names of the day of issue, so that a later name is no difference and a corrected one is.
 */
export async function findOutdated(
  db: Reader,
  { workshop, candidates, issued }: Register,
  at: Instant,
): Promise<Outdated[]> {
  const firstOf = firstsAmong(issued);
  const byEnrolment = new Map(candidates.map((candidate) => [candidate.person.id, candidate]));
  const valid = issued.filter(({ status }) => status === "valid");
  const sharedOn = new Map<LocalDate, Shared>();
  const found: Outdated[] = [];
  for (const certificate of valid) {
    const { enrolmentId, number, data } = certificate;
    const day = firstOf(certificate).data.issuedOn;
    const shared = sharedOn.get(day) ?? (await composeShared(db, workshop, at, day));
    sharedOn.set(day, shared);
    const candidate = byEnrolment.get(enrolmentId);
    const holder = candidate && { ...candidate.person, certificateName: candidate.person.certificateName ?? "" };
    const parts = holder ? differences(data, composeData(shared, holder, { number, verifyUrl: data.verifyUrl })) : [];
    const isEarned = candidate !== undefined && !shortfallOf(candidate.hindrances);
    if (parts.length || !isEarned) found.push({ enrolmentId, number, parts, isEarned });
  }
  return found;
}
