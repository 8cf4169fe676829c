import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { MovedDossier } from "./rules.ts";

type Ends = { from: Id<"enrolment">; to: Id<"enrolment"> };

/** Where the enrolment that stays has nothing, the other's counts for it from now on; where both have, each its own. */
export async function moveDossier(trx: Writer, { from, to }: Ends): Promise<MovedDossier> {
  const entriesOf = async (id: Id<"enrolment">) =>
    (await trx.selectFrom("dossierEntry").select("taskId").where("enrolmentId", "=", id).execute()).map(
      ({ taskId }) => taskId,
    );
  const journeysOf = async (id: Id<"enrolment">) =>
    (await trx.selectFrom("dossierJourney").select("direction").where("enrolmentId", "=", id).execute()).map(
      ({ direction }) => direction,
    );
  const isLodged = async (id: Id<"enrolment">) =>
    (await trx.selectFrom("dossierLodging").select("name").where("enrolmentId", "=", id).executeTakeFirst()) !==
    undefined;
  const [tasks, journeys] = [new Set(await entriesOf(to)), new Set(await journeysOf(to))];
  const moved = {
    taskIds: (await entriesOf(from)).filter((id) => !tasks.has(id)),
    directions: (await journeysOf(from)).filter((direction) => !journeys.has(direction)),
    hasLodging: !(await isLodged(to)) && (await isLodged(from)),
  };
  await moveDossierOf(trx, { from, to }, moved);
  return moved;
}

/** Gives these rows to another enrolment. */
export async function moveDossierOf(trx: Writer, { from, to }: Ends, moved: MovedDossier): Promise<void> {
  const { taskIds, directions, hasLodging } = moved;
  if (taskIds.length)
    await trx
      .updateTable("dossierEntry")
      .set({ enrolmentId: to })
      .where("enrolmentId", "=", from)
      .where("taskId", "in", taskIds)
      .execute();
  if (directions.length)
    await trx
      .updateTable("dossierJourney")
      .set({ enrolmentId: to })
      .where("enrolmentId", "=", from)
      .where("direction", "in", directions)
      .execute();
  if (hasLodging)
    await trx.updateTable("dossierLodging").set({ enrolmentId: to }).where("enrolmentId", "=", from).execute();
}
