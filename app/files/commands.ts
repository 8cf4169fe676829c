import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { FileTable } from "#db/schema.ts";
import { portionBytes } from "./portions.ts";

export type FilePlace = Exclude<FileTable["place"], "gone">;

/** A file that has begun to come. Until it is ready nobody finds it, and it ends by itself within an hour or so. */
export async function beginFile(
  trx: Writer,
  { name, place, at }: { name: string; place: FilePlace; at: Instant },
): Promise<Id<"file">> {
  const id = newId<"file">();
  await trx.insertInto("file").values({ id, name, type: "", sizeBytes: 0, sha256: "", place, begunAt: at }).execute();
  return id;
}

export async function addPortion(trx: Writer, fileId: Id<"file">, n: number, bytes: Uint8Array): Promise<void> {
  await trx.insertInto("fileChunk").values({ fileId, n, bytes }).execute();
}

/** A file of our own, whole from the beginning, in the database. */
export async function storeBytes(
  trx: Writer,
  bytes: Uint8Array,
  file: { name: string; at: Instant },
): Promise<Id<"file">> {
  const id = await beginFile(trx, { ...file, place: "database" });
  for (let n = 0; n * portionBytes < bytes.byteLength; n += 1)
    await addPortion(trx, id, n, Buffer.from(bytes.subarray(n * portionBytes, (n + 1) * portionBytes)));
  return id;
}

export type Ready = { id: Id<"file">; type: string; sizeBytes: number; sha256: string };

/** Makes a file count, in the transaction of the row that owns it: the two are there together, or neither is. */
export async function readyFile(trx: Writer, { id, ...facts }: Ready, at: Instant): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("file")
    .set({ ...facts, readyAt: at })
    .where("id", "=", id)
    .where("readyAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error("a file was ready already, or has been swept away");
}

/** When it is to be erased. */
export async function keepUntil(trx: Writer, id: Id<"file">, keptUntil: Instant | null): Promise<void> {
  await trx.updateTable("file").set({ keptUntil }).where("id", "=", id).execute();
}

/** From now on nobody finds it; its bytes go within minutes. */
export async function eraseFiles(trx: Writer, ids: Id<"file">[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable("file").set({ erasedAt: at }).where("id", "in", ids).where("erasedAt", "is", null).execute();
}

/** Some 4 MB: whoever else writes waits for no more. */
const portionsAtOnce = 16;

/** Ends the portions of a file, a few in each transaction. */
export async function dropPortions({ read, transact }: Database, id: Id<"file">): Promise<void> {
  for (;;) {
    const found = await read
      .selectFrom("fileChunk")
      .select("n")
      .where("fileId", "=", id)
      .orderBy("n")
      .limit(portionsAtOnce)
      .execute();
    const last = found.at(-1);
    if (!last) return;
    await transact((trx) => trx.deleteFrom("fileChunk").where("fileId", "=", id).where("n", "<=", last.n).execute());
  }
}

/** What never became ready leaves nothing; of what was erased the row stays, and says when. */
export async function dropFile(trx: Writer, id: Id<"file">): Promise<void> {
  await trx.deleteFrom("file").where("id", "=", id).where("readyAt", "is", null).execute();
  await trx.updateTable("file").set({ place: "gone" }).where("id", "=", id).where("erasedAt", "is not", null).execute();
}
