import { randomBytes } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { eraseFiles, keepUntil, readyFile } from "#app/files/commands.ts";
import type { ReceivedFile } from "#app/files/receive.ts";
import type { Instant } from "#app/time/instant.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { MaterialInput } from "./form.ts";
import { findLast, listFileIds, listKeeping, listKept, type Material } from "./queries.ts";
import { codeOf, keptUntil, swapOf } from "./rules.ts";

/** Adds a material with its first version, behind those that are there. The workshop is held for its numbers. */
export async function addMaterial(
  trx: Writer,
  workshop: HeldWorkshop,
  { sessionId, ...input }: MaterialInput,
  file: ReceivedFile,
  by: By,
): Promise<number> {
  const id = newId<"material">();
  const last = await findLast(trx, workshop.id);
  const number = last.number + 1;
  await trx
    .insertInto("material")
    .values({
      id,
      workshopId: workshop.id,
      number,
      sessionId: sessionId || null,
      position: last.position + 1,
      ...input,
      versionCount: 1,
      addedAt: by.at,
    })
    .execute();
  await addFile(trx, { id, number: 1 }, file, by);
  await note(trx, "material.added", id, by, { class: input.class });
  return number;
}

/** What is shown from now on; the versions before stay, for those who keep the workshop. */
export async function addVersion(
  trx: Writer,
  { id, versionCount }: Material,
  file: ReceivedFile,
  by: By,
): Promise<void> {
  const number = versionCount + 1;
  await addFile(trx, { id, number }, file, by);
  await trx.updateTable("material").set({ versionCount: number }).where("id", "=", id).execute();
  await note(trx, "material.replaced", id, by, { version: number });
}

type NewVersion = { id: Id<"material">; number: number };

async function addFile(trx: Writer, { id, number }: NewVersion, file: ReceivedFile, { accountId, at }: By) {
  const { id: fileId, type, sizeBytes, sha256 } = file;
  await readyFile(trx, { id: fileId, type, sizeBytes, sha256 }, at);
  await trx
    .insertInto("materialVersion")
    .values({ id: newId(), materialId: id, number, fileId, addedAt: at, addedBy: accountId })
    .execute();
  await dateFiles(trx, id);
}

/** Until when each file of a material is kept, after something has changed that decides it. */
async function dateFiles(trx: Writer, id: Id<"material">): Promise<void> {
  for (const one of await listKeeping(trx, await listFileIds(trx, [id])))
    await keepUntil(trx, one.fileId, keptUntil(one));
}

export async function changeMaterial(
  trx: Writer,
  { id }: Material,
  { sessionId, ...input }: MaterialInput,
  by: By,
): Promise<void> {
  await trx
    .updateTable("material")
    .set({ ...input, sessionId: sessionId || null })
    .where("id", "=", id)
    .execute();
  await dateFiles(trx, id);
  await note(trx, "material.changed", id, by, { class: input.class });
}

/** Changes places with its neighbour, among those of its session or of the whole workshop. */
export async function moveMaterial(
  trx: Writer,
  workshop: HeldWorkshop,
  { id, sessionId }: Material,
  way: "up" | "down",
  by: By,
): Promise<void> {
  const group = (await listKept(trx, workshop.id)).filter(
    (one) => one.sessionId === sessionId && one.removedAt === null,
  );
  const pair = swapOf(group, id, way);
  if (!pair) return;
  const [moved, other] = pair;
  const place = (material: Material, position: number) =>
    trx.updateTable("material").set({ position }).where("id", "=", material.id).execute();
  await place(moved, other.position);
  await place(other, moved.position);
  await note(trx, "material.moved", id, by);
}

/** Takes it out of sight. It can be brought back until its files are erased. */
export async function removeMaterial(trx: Writer, { id, removedAt }: Material, by: By): Promise<void> {
  if (removedAt) return;
  await setRemoved(trx, id, by.at);
  await note(trx, "material.removed", id, by);
}

/** @returns whether its files were still there */
export async function restoreMaterial(trx: Writer, { id, removedAt, erasedAt }: Material, by: By): Promise<boolean> {
  if (erasedAt) return false;
  if (removedAt) {
    await setRemoved(trx, id, null);
    await note(trx, "material.restored", id, by);
  }
  return true;
}

async function setRemoved(trx: Writer, id: Id<"material">, removedAt: Instant | null): Promise<void> {
  await trx.updateTable("material").set({ removedAt }).where("id", "=", id).execute();
  await dateFiles(trx, id);
}

/** Before a reader's copy leaves: the code on its pages, and whose it is. */
export async function recordCopy(trx: Writer, { id, versionId, version }: Material, code: string, by: By) {
  const { accountId, at } = by;
  if (!accountId) throw new Error("a copy is made for somebody");
  await trx.insertInto("materialCopy").values({ code, versionId, accountId, madeAt: at }).execute();
  await note(trx, "material.copied", id, by, { version, code });
}

export const newCode = () => codeOf(randomBytes(16));

/** All of a draft that is being removed: nobody but those who plan it has seen them. */
export async function dropMaterials(trx: Writer, { id: workshopId }: HeldWorkshop, { at }: By): Promise<void> {
  const ids = (await listKept(trx, workshopId)).map(({ id }) => id);
  if (ids.length === 0) return;
  await eraseFiles(trx, await listFileIds(trx, ids), at);
  const versions = trx.selectFrom("materialVersion").select("id").where("materialId", "in", ids);
  await trx.deleteFrom("materialCopy").where("versionId", "in", versions).execute();
  await trx.deleteFrom("materialVersion").where("materialId", "in", ids).execute();
  await trx.deleteFrom("material").where("id", "in", ids).execute();
}

type Action =
  | "material.added"
  | "material.replaced"
  | "material.changed"
  | "material.moved"
  | "material.removed"
  | "material.restored"
  | "material.copied";

const note = (trx: Writer, action: Action, id: Id<"material">, { accountId, at }: By, details = {}) =>
  audit(trx, at, { accountId, action, subjectId: id, details });

type Placed = { id: Id<"material">; sessionId: Id<"session"> | null };

/** Materials of a session that was deleted and is there again; one that has another session by now stays there. */
export async function restorePlaces(trx: Writer, materials: readonly Placed[]): Promise<void> {
  for (const { id, sessionId } of materials)
    await trx.updateTable("material").set({ sessionId }).where("id", "=", id).where("sessionId", "is", null).execute();
}
