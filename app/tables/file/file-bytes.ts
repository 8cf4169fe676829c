import { Buffer } from "node:buffer";
import { csvText } from "./csv.ts";
import type { FileRows, FileShape } from "./file-cell.ts";
import { xlsxBytes } from "./xlsx.ts";

/** A list as the bytes of its file, which leave while rows still come in. */
export async function* fileBytes(shape: FileShape, batches: AsyncIterable<FileRows>): AsyncGenerator<Uint8Array> {
  const chunks = shape.format === "csv" ? csvText(shape.columns, batches) : xlsxBytes(shape, batches);
  for await (const chunk of chunks) yield Uint8Array.from(Buffer.from(chunk));
}
