import type { By } from "#app/access/actor.ts";
import { hasIssued } from "#app/certificates/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { unsettle } from "#app/enrolment/settlement.commands.ts";
import { moveWorkshop, type StateOutcome } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Writer } from "#db/database.ts";

type StepBack = { to: WorkshopState; reason: string };

/**
 * Takes a workshop a step back: one that was started is closed again, one that was completed goes on. Who had completed
 * it is then open again. Whoever issues at the same moment comes before this, which is then refused, or finds nothing
 * to certify.
 */
export async function stepBack(
  trx: Writer,
  workshop: HeldWorkshop,
  { to, reason }: StepBack,
  by: By,
): Promise<StateOutcome> {
  const isReopened = workshop.state === "completed";
  const hasCertificates = isReopened && (await hasIssued(trx, workshop.id));
  const outcome = await moveWorkshop(trx, workshop, { to, hasCertificates }, { ...by, reason });
  if (isReopened && outcome.status === "changed")
    await unsettle(trx, await listParticipants(trx, workshop.id, "seated"), by);
  return outcome;
}
