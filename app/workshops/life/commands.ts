import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { moveWorkshop, tellOnceQuiet } from "#app/workshops/commands.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { MilestoneInput } from "./form.ts";
import {
  isDue,
  isStepReached,
  type Milestone,
  type MilestoneProblem,
  milestoneOutcome,
  milestoneProblem,
  milestones,
} from "./life.rules.ts";
import { listMilestones, type StoredMilestone } from "./queries.ts";

type MilestonesOutcome = { status: "saved" } | ({ status: "refused" } & MilestoneProblem);

/** Says on which days a workshop takes its steps by itself. What it has reached already stays as it was. It is held. */
export async function saveMilestones(
  trx: Writer,
  workshop: HeldWorkshop,
  input: MilestoneInput,
  { accountId, at }: By,
): Promise<MilestonesOutcome> {
  const rows = await listMilestones(trx, workshop.id);
  const known = new Map(rows.map((row) => [row.step, row]));
  const stored = { open: known.get("open")?.dueOn ?? null, closed: known.get("closed")?.dueOn ?? null };
  const problem = milestoneProblem(input, stored, { workshop, at });
  if (problem) return { status: "refused", ...problem };
  for (const step of milestones.filter((one) => !isStepReached(workshop.state, one)))
    await planStep(trx, workshop.id, step, { input, row: known.get(step) });
  // whoever has a place, or waits for one, is told where there is more time
  if (stored.closed !== null && input.closed !== stored.closed) await tellOnceQuiet(trx, workshop, at);
  const details = { open: input.open, closed: input.closed, running: input.running };
  await audit(trx, at, { accountId, action: "workshop.milestonesChanged", subjectId: workshop.id, details });
  return { status: "saved" };
}

type Planning = { input: MilestoneInput; row: StoredMilestone | undefined };

/** What stays as it was keeps what has become of it; a step that was missed is tried again on its new day. */
async function planStep(trx: Writer, workshopId: Id<"workshop">, step: Milestone, { input, row }: Planning) {
  const dueOn = step === "running" ? null : input[step];
  const isPlanned = step === "running" ? input.running : dueOn !== null;
  const stays = row !== undefined && isPlanned && row.dueOn === dueOn;
  if (stays) return;
  await trx.deleteFrom("workshopMilestone").where("workshopId", "=", workshopId).where("step", "=", step).execute();
  if (isPlanned) await trx.insertInto("workshopMilestone").values({ workshopId, step, dueOn }).execute();
}

/**
 * Takes a step whose day has come, once: whatever becomes of it, it is not tried again until somebody plans it anew. So
 * nothing happens by itself long after its day.
 */
export async function takeMilestone(
  trx: Writer,
  { code, step }: { code: string; step: Milestone },
  at: Instant,
): Promise<void> {
  const workshop = await holdWorkshop(trx, code, everywhere);
  const row = workshop && (await listMilestones(trx, workshop.id)).find((one) => one.step === step);
  if (!workshop || !row || row.outcome !== null || !isDue(row, workshop, at)) return;
  const found = milestoneOutcome(workshop, step, at);
  const { outcome } = found;
  const because = found.outcome === "missed" ? found.because : "";
  await trx
    .updateTable("workshopMilestone")
    .set({ outcome, because, settledAt: at })
    .where("workshopId", "=", workshop.id)
    .where("step", "=", step)
    .execute();
  if (outcome === "taken") await moveWorkshop(trx, workshop, { to: step }, { accountId: null, at, isByItself: true });
  if (outcome === "missed") {
    const details = { step, because };
    await audit(trx, at, { accountId: null, action: "workshop.stepMissed", subjectId: workshop.id, details });
  }
}

/**
 * Moves the days of the steps that a workshop is still to take by itself, with the workshop. What was missed is tried
 * again on its new day. The workshop is held.
 * @returns how they stood before
 */
export async function postponeMilestones(
  trx: Writer,
  { id, state }: HeldWorkshop,
  days: number,
): Promise<StoredMilestone[]> {
  const stored = await listMilestones(trx, id);
  const ahead = stored.filter(({ step }) => !isStepReached(state, step));
  for (const { step, dueOn } of ahead)
    await trx
      .updateTable("workshopMilestone")
      .set({ dueOn: dueOn && plusLocalDays(dueOn, days), outcome: null, because: "", settledAt: null })
      .where("workshopId", "=", id)
      .where("step", "=", step)
      .execute();
  return stored;
}

/** Has the steps of a workshop as they stood before. It is held. */
export async function restoreMilestones(
  trx: Writer,
  { id: workshopId }: HeldWorkshop,
  stored: readonly StoredMilestone[],
): Promise<void> {
  await trx.deleteFrom("workshopMilestone").where("workshopId", "=", workshopId).execute();
  for (const row of stored)
    await trx
      .insertInto("workshopMilestone")
      .values({ workshopId, ...row })
      .execute();
}
