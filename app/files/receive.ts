import { createHash } from "node:crypto";
import type { Instant } from "#app/time/instant.ts";
import { beginFile, dropFile, type FilePlace, type Ready } from "./commands.ts";
import { cleanName, type FileKind, fileTypes, kindOfName } from "./kinds.rules.ts";
import { portioned } from "./portions.ts";
import { isReady } from "./queries.ts";
import { faultOfEnd, faultOfHead, tailBytes } from "./sniff.ts";
import { newPlace, type Shelf, storeAt } from "./store.ts";

export type FileFault = "empty" | "tooLarge" | "otherKind" | "notWhatItSays" | "hasMacros";

/** A file whose bytes are stored; it counts once somebody makes it ready. */
export type ReceivedFile = Ready & { name: string; kind: FileKind };
type Received = { status: "received"; file: ReceivedFile } | { status: "refused"; because: FileFault };

type Taking = { name: string; kinds: readonly FileKind[]; mostBytes: number; at: Instant };

/**
 * Stores a file as it arrives. What is refused, or breaks off, leaves nothing; its sender may go on sending.
 * @throws what the stream breaks off with
 */
export async function receiveFile(
  shelf: Shelf,
  stream: AsyncIterable<Uint8Array>,
  { name, kinds, mostBytes, at }: Taking,
): Promise<Received> {
  const kind = kindOfName(name);
  if (!kind || !kinds.includes(kind)) return { status: "refused", because: "otherKind" };
  const clean = cleanName(name);
  const place = newPlace(shelf);
  const id = await shelf.database.transact((trx) => beginFile(trx, { name: clean, place, at }));
  const inspected = inspecting(stream, kind, mostBytes);
  try {
    await storeAt(shelf, place).write(id, inspected.portions);
    const { sizeBytes, sha256 } = inspected.result();
    return { status: "received", file: { id, name: clean, kind, type: fileTypes[kind], sizeBytes, sha256 } };
  } catch (error) {
    await discardFile(shelf, { id, place });
    if (error instanceof Unfit) return { status: "refused", because: error.fault };
    throw error;
  }
}

/** Ends a file that came and that nobody made ready. One that is ready stays as it is. */
export async function discardFile(
  shelf: Shelf,
  { id, place = newPlace(shelf) }: { id: Ready["id"]; place?: FilePlace },
) {
  if (await isReady(shelf.database.read, id)) return;
  await storeAt(shelf, place).erase(id);
  await shelf.database.transact((trx) => dropFile(trx, id));
}

class Unfit extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Counts, hashes and looks at what passes. @throws Unfit at the first portion that shows what is wrong */
function inspecting(stream: AsyncIterable<Uint8Array>, kind: FileKind, mostBytes: number) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let tail = Buffer.alloc(0);
  async function* portions() {
    for await (const portion of portioned(stream)) {
      const fault = sizeBytes === 0 ? await faultOfHead(kind, portion) : null;
      if (fault) throw new Unfit(fault);
      sizeBytes += portion.length;
      if (sizeBytes > mostBytes) throw new Unfit("tooLarge");
      hash.update(portion);
      tail = Buffer.concat([tail, portion]).subarray(-tailBytes);
      yield portion;
    }
    const fault = sizeBytes === 0 ? "empty" : faultOfEnd(kind, tail, sizeBytes);
    if (fault) throw new Unfit(fault);
  }
  return { portions: portions(), result: () => ({ sizeBytes, sha256: hash.digest("hex") }) };
}
