import { createHash } from "node:crypto";
import { listFilesAfter, type StoredFile } from "./queries.ts";
import { type Shelf, storeAt } from "./store.ts";

/** What became of the files of a database: how many are whole, and which are not. */
type VerifiedFiles = { whole: number; broken: StoredFile[] };

const mostAtOnce = 100;

/**
 * Reads each file of a place once, and compares its hash with the one that was noted when it came.
 * A file that cannot be read counts as broken, as one that has changed does.
 */
export async function verifyFiles(shelf: Shelf, place: StoredFile["place"]): Promise<VerifiedFiles> {
  const verified: VerifiedFiles = { whole: 0, broken: [] };
  let after = "";
  for (;;) {
    const files = await listFilesAfter(shelf.database.read, after, mostAtOnce);
    for (const file of files.filter((one) => one.place === place)) {
      if (await isWhole(shelf, file).catch(() => false)) verified.whole += 1;
      else verified.broken.push(file);
    }
    const last = files.at(-1);
    if (!last) return verified;
    after = last.id;
  }
}

async function isWhole(shelf: Shelf, { id, sizeBytes, sha256, place }: StoredFile): Promise<boolean> {
  if (place === "gone") return false;
  const hash = createHash("sha256");
  for await (const piece of storeAt(shelf, place).read(id, 0, sizeBytes - 1)) hash.update(piece);
  return hash.digest("hex") === sha256;
}
