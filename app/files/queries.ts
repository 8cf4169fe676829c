import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type StoredFile = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/** A file that is ready, and has not been erased. */
export async function findFile(db: Reader, id: Id<"file">) {
  const file = await db
    .selectFrom("file")
    .select(["id", "name", "type", "sizeBytes", "sha256", "place"])
    .where("id", "=", id)
    .where("readyAt", "is not", null)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  return file ?? null;
}

/** The n-th portion of a file, from 0. */
export async function findPortion(db: Reader, id: Id<"file">, n: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("fileChunk")
    .select("bytes")
    .where("fileId", "=", id)
    .where("n", "=", n)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Files that are ready, in the order of their ids, after one of them. */
export const listFilesAfter = (db: Reader, after: string, most: number) =>
  db
    .selectFrom("file")
    .select(["id", "name", "type", "sizeBytes", "sha256", "place"])
    .where("id", ">", after as Id<"file">)
    .where("readyAt", "is not", null)
    .where("erasedAt", "is", null)
    .where("place", "<>", "gone")
    .orderBy("id")
    .limit(most)
    .execute();

/** Files that began to come before this, and never came whole. */
export const listUnready = (db: Reader, before: Instant, most: number) =>
  db
    .selectFrom("file")
    .select(["id", "place"])
    .where("readyAt", "is", null)
    .where("begunAt", "<", before)
    .orderBy("begunAt")
    .limit(most)
    .execute();

/** Files that nobody has any more, and whose bytes are still there. */
export const listErased = (db: Reader, most: number) =>
  db
    .selectFrom("file")
    .select(["id", "place"])
    .where("erasedAt", "is not", null)
    .where("place", "<>", "gone")
    .orderBy("erasedAt")
    .limit(most)
    .execute();

/** Files whose time is over. */
export const listOverdue = (db: Reader, at: Instant, most: number) =>
  db
    .selectFrom("file")
    .select("id")
    .where("keptUntil", "<=", at)
    .where("erasedAt", "is", null)
    .orderBy("keptUntil")
    .limit(most)
    .execute();

export async function isReady(db: Reader, id: Id<"file">): Promise<boolean> {
  const row = await db.selectFrom("file").select("readyAt").where("id", "=", id).executeTakeFirst();
  return Boolean(row?.readyAt);
}
