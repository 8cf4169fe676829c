import { Readable } from "node:stream";
import type { StoredFile } from "#app/files/queries.ts";
import { rangeOf } from "#app/files/range.rules.ts";
import { type Shelf, storeAt } from "#app/files/store.ts";
import type { Download } from "./file-door.ts";

/** What others made is kept, not shown; and packing it would hold it back until its end. */
export const asSent = {
  "Cache-Control": "no-store, no-transform",
  "Content-Security-Policy": "sandbox; default-src 'none'",
};

/** A stored file, or the part of it that is asked for, as it is read: nothing of it is held. */
export function storedDownload(shelf: Shelf, file: StoredFile, { headers }: Request): Download {
  const { id, name, type, sizeBytes, sha256, place } = file;
  if (place === "gone") throw new Response(null, { status: 404 });
  const tag = `"${sha256}"`;
  const asked = { range: headers.get("range"), ifRange: headers.get("if-range"), tag };
  const range = rangeOf(asked, sizeBytes);
  const fixed = { ...asSent, "Accept-Ranges": "bytes", ETag: tag, "X-Content-SHA256": sha256 };
  if (range === "beyond") {
    const told = { ...fixed, "Content-Range": `bytes */${sizeBytes}` };
    return { type, name, content: "", status: 416, headers: told };
  }
  const { first, last } = range ?? { first: 0, last: sizeBytes - 1 };
  const bytes = storeAt(shelf, place).read(id, first, last);
  return {
    type,
    name,
    content: Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>,
    lengthBytes: last - first + 1,
    ...(range && { status: 206 }),
    headers: { ...fixed, ...(range && { "Content-Range": `bytes ${first}-${last}/${sizeBytes}` }) },
  };
}
