import type { Actor } from "#app/access/actor.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { lookAt } from "./certificate-tasks.ts";

/**
 * What is left to do about the certificates of a completed workshop; null before, and for whoever does not issue them.
 */
export async function certificateStep(
  { db, actor, at }: { db: Reader; actor: Actor; at: Instant },
  workshop: Workshop,
) {
  if (workshop.state !== "completed" || !mayHere(actor, "certificate.issue", workshop)) return null;
  const { candidates, issued, outdated } = await lookAt(db, workshop, at);
  const revoked = new Set(issued.filter(({ status }) => status === "revoked").map(({ enrolmentId }) => enrolmentId));
  const open = candidates.filter(({ certificate, person }) => !certificate && !revoked.has(person.id));
  return {
    toIssue: open.filter(({ obstacles }) => obstacles.length === 0).length,
    unnamed: open.filter(({ obstacles }) => obstacles.join() === "nameNotConfirmed").length,
    valid: candidates.filter(({ certificate }) => certificate).length,
    outdated: outdated.length,
  };
}

export type CertificateCounts = NonNullable<Awaited<ReturnType<typeof certificateStep>>>;
