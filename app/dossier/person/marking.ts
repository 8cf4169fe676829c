import type { By } from "#app/access/actor.ts";
import { refuse } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { markTask, reopenTask } from "../commands.ts";
import type { MarkInput } from "../form.ts";
import { type DossierTask, findTask, listEntriesOf } from "../queries.ts";

/** Who marks: the coordinators all, others the tasks of theirs alone, and nobody but coordinators waives one. */
export type Marker = "coordination" | "participant" | "sender";

export const maySee = (marker: Marker, { owedBy, seenBy }: Pick<DossierTask, "owedBy" | "seenBy">) =>
  marker !== "sender" || owedBy === "sender" || seenBy === "sender";

export const mayMark = (marker: Marker, { owedBy }: Pick<DossierTask, "owedBy">) =>
  marker === "coordination" || marker === owedBy;

/** Once a workshop is over, or is cancelled, its dossier stays as it is. */
export const isDossierOpen = ({ state }: Pick<HeldWorkshop, "state">) => state !== "completed" && state !== "cancelled";

type Whose = { workshop: HeldWorkshop; enrolmentId: Id<"enrolment">; marker: Marker };
type Sent = { trx: Writer; by: By; input: MarkInput; values: Fields };

/** Does what a form asks for one task of one person; what it cannot have is not found. */
export async function carryOutMark(
  { trx, by, input, values }: Sent,
  { workshop, enrolmentId, marker }: Whose,
): Promise<"done" | "notNeeded" | "undo"> {
  const task = orNotFound(await findTask(trx, workshop.id, input.task));
  if (!mayMark(marker, task)) orNotFound(null);
  const { deed, heldOn, heldText } = input;
  if (!isDossierOpen(workshop)) return refuse(invalid({ "": "dossier:refused.over" }, values, 409));
  const entry = (await listEntriesOf(trx, enrolmentId)).find(({ taskId }) => taskId === task.id);
  const isWaiver = deed === "notNeeded" || entry?.state === "notNeeded";
  if (marker !== "coordination" && isWaiver) return refuse(invalid({ "": "dossier:refused.waived" }, values, 409));
  if (deed === "undo") {
    await reopenTask(trx, { enrolmentId, task }, by);
    return deed;
  }
  const outcome = await markTask(trx, { enrolmentId, task }, { state: deed, heldOn, heldText }, by);
  if (outcome.status === "refused")
    return refuse(invalid({ [outcome.field]: `dossier:refused.${outcome.because}` }, values));
  return deed;
}
