import type { StoredFile } from "./queries.ts";
import { newPlace, type Shelf, storeAt } from "./store.ts";

type Kept = Pick<StoredFile, "id" | "sizeBytes"> & { place?: StoredFile["place"] };

/** All bytes of a file at once: for what has to have it whole. */
export async function readWhole(shelf: Shelf, { id, sizeBytes, place = newPlace(shelf) }: Kept): Promise<Uint8Array> {
  if (place === "gone") throw new Error("a file was erased");
  const pieces: Uint8Array[] = [];
  for await (const piece of storeAt(shelf, place).read(id, 0, sizeBytes - 1)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
