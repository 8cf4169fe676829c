import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type DossierTask, listEntries } from "./queries.ts";
import { type EntryState, isWhole } from "./rules.ts";

type Whose = { enrolmentId: Id<"enrolment">; task: DossierTask };
type Mark = { state: EntryState; heldOn: LocalDate | null; heldText: string };

type MarkRefusal = { field: "heldOn" | "heldText"; because: "dateNeeded" | "textNeeded" };

/** Notes that a task is done, or not needed, with what it keeps and nothing else. The workshop is held. */
export async function markTask(
  trx: Writer,
  { enrolmentId, task }: Whose,
  { state, heldOn, heldText }: Mark,
  by: By,
): Promise<{ status: "marked" } | ({ status: "refused" } & MarkRefusal)> {
  const isDone = state === "done";
  const kept = {
    heldOn: isDone && task.holds === "date" ? heldOn : null,
    heldText: isDone && task.holds === "text" ? heldText || null : null,
  };
  if (isDone && !isWhole({ holds: task.holds, ...kept }))
    return task.holds === "date"
      ? { status: "refused", field: "heldOn", because: "dateNeeded" }
      : { status: "refused", field: "heldText", because: "textNeeded" };
  const facts = { state, ...kept, changedAt: by.at, erasedAt: null };
  await trx
    .insertInto("dossierEntry")
    .values({ id: newId<"dossierEntry">(), enrolmentId, taskId: task.id, ...facts })
    .onConflict((conflict) => conflict.columns(["enrolmentId", "taskId"]).doUpdateSet(facts))
    .execute();
  await note(trx, enrolmentId, { task: task.number, state }, by);
  return { status: "marked" };
}

/** A task is open again, and what it kept is gone. */
export async function reopenTask(trx: Writer, { enrolmentId, task }: Whose, by: By): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom("dossierEntry")
    .where("enrolmentId", "=", enrolmentId)
    .where("taskId", "=", task.id)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await note(trx, enrolmentId, { task: task.number, state: "open" }, by);
}

/** What a task keeps is in nobody's record: the audit never forgets. */
const note = (trx: Writer, subjectId: Id<"enrolment">, details: { task: number; state: string }, by: By) =>
  audit(trx, by.at, { accountId: by.accountId, action: "dossier.marked", subjectId, details });

type BulkOutcome = { status: "done"; count: number } | { status: "refused"; because: "keepsMore" };

/**
 * Marks a task for everybody with a seat for whom it is open, or opens it again where nothing is kept with it. What was
 * entered for somebody by themselves stays. The workshop is held.
 */
export async function markForAll(
  trx: Writer,
  workshop: HeldWorkshop,
  { task, state }: { task: DossierTask; state: EntryState | "open" },
  by: By,
): Promise<BulkOutcome> {
  if (state === "done" && task.holds !== "nothing") return { status: "refused", because: "keepsMore" };
  const own = (await listEntries(trx, workshop.id)).filter(({ taskId }) => taskId === task.id);
  const count = state === "open" ? await reopenAll(trx, task) : await markOpen(trx, workshop, { task, state, own }, by);
  const details = { task: task.number, state, count };
  if (count)
    await audit(trx, by.at, {
      ...{ accountId: by.accountId, action: "dossier.markedForAll", subjectId: workshop.id, details },
    });
  return { status: "done", count };
}

type Marking = { task: DossierTask; state: EntryState; own: { enrolmentId: Id<"enrolment"> }[] };

async function markOpen(trx: Writer, { id }: HeldWorkshop, { task, state, own }: Marking, { at }: By) {
  const known = new Set(own.map(({ enrolmentId }) => enrolmentId));
  const open = (await listParticipants(trx, id, "seated")).filter((one) => !known.has(one.id));
  // not more at once than one statement takes
  for (let from = 0; from < open.length; from += 500)
    await trx
      .insertInto("dossierEntry")
      .values(
        open.slice(from, from + 500).map((one) => ({
          ...{ id: newId<"dossierEntry">(), enrolmentId: one.id, taskId: task.id, state, changedAt: at },
        })),
      )
      .execute();
  return open.length;
}

async function reopenAll(trx: Writer, { id }: DossierTask): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("dossierEntry")
    .where("taskId", "=", id)
    .where("heldOn", "is", null)
    .where("heldText", "is", null)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
