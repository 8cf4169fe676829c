import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { fileBytes } from "./file-bytes.ts";
import type { FileRows, FileShape } from "./file-cell.ts";

/** Rows, null behind the last of them, or `taken`. */
type Told = FileRows | null | "taken";

/** Packs one list into a file: asks for rows when it has none left, and waits until its bytes are taken. */
async function packFor(server: MessagePort, shape: FileShape): Promise<void> {
  let rowsCome = (_: FileRows | null) => {};
  let bytesTaken = () => {};
  server.on("message", (told: Told) => (told === "taken" ? bytesTaken() : rowsCome(told)));

  async function* posted(): AsyncGenerator<FileRows> {
    for (;;) {
      const coming = Promise.withResolvers<FileRows | null>();
      rowsCome = coming.resolve;
      server.postMessage("more");
      const rows = await coming.promise;
      if (rows === null) return;
      yield rows;
    }
  }

  for await (const bytes of fileBytes(shape, posted())) {
    const taken = Promise.withResolvers<void>();
    bytesTaken = taken.resolve;
    server.postMessage(bytes);
    await taken.promise;
  }
  server.postMessage("end");
  server.close();
}

if (parentPort) await packFor(parentPort, workerData);
