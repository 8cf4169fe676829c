import { createHash } from "node:crypto";
import { discardImport, receivedImport, receiveImport, storeChunk } from "#app/imports/commands.ts";
import { findSentBefore } from "#app/imports/queries.ts";
import type { ReceivingForm } from "#app/web/doors/upload-door.ts";
import type { Id } from "#db/id.ts";

/** Bytes that are stored at once: whoever else writes waits for no more. */
const chunkBytes = 256 * 1_024;

type Receiving = Pick<
  ReceivingForm<{ programmeId: Id<"programme"> }>,
  "actor" | "at" | "file" | "input" | "key" | "transact"
> & {
  /** To which its people are to be added. */
  workshopId: Id<"workshop"> | null;
};

/**
 * Takes a file in, in portions. @returns the list that it has become; the one of before where the same form has brought
 * the same file already
 */
export async function takeIn(visit: Receiving): Promise<Id<"peopleImport">> {
  const { actor, at, file, input, workshopId, transact } = visit;
  const own = { accountId: actor.accountId, at };
  const { programmeId } = input;
  const id = await transact((trx) => receiveImport(trx, { programmeId, workshopId, fileName: file.name }, own));
  try {
    const fileHash = await storeAll(visit, id);
    const formKey = visit.key ?? null;
    return await transact(async (trx) => {
      const before = formKey && (await findSentBefore(trx, { accountId: actor.accountId, formKey, fileHash }));
      if (before) {
        await discardImport(trx, id);
        return before.id;
      }
      await receivedImport(trx, { id, ...own, fileHash, formKey, fileName: file.name });
      return id;
    });
  } catch (error) {
    await transact((trx) => discardImport(trx, id));
    throw error;
  }
}

/** @returns what the file's bytes are told by */
async function storeAll({ file, transact }: Receiving, importId: Id<"peopleImport">): Promise<string> {
  const hash = createHash("sha256");
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  const store = async () => {
    const chunk = Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    if (chunk.length > 0) await transact((trx) => storeChunk(trx, { importId, number: number++, bytes: chunk }));
  };
  for await (const portion of file.bytes) {
    hash.update(portion);
    waiting.push(portion);
    bytes += portion.byteLength;
    if (bytes >= chunkBytes) await store();
  }
  await store();
  return hash.digest("base64url");
}
