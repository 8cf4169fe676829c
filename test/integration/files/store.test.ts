import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clearFiles } from "#app/files/clearing.ts";
import { eraseFiles, readyFile } from "#app/files/commands.ts";
import { fileKinds } from "#app/files/kinds.rules.ts";
import { portionBytes } from "#app/files/portions.ts";
import { findFile } from "#app/files/queries.ts";
import { readWhole } from "#app/files/read.ts";
import { discardFile, type ReceivedFile, receiveFile } from "#app/files/receive.ts";
import { type Shelf, storeAt } from "#app/files/store.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { longPdf } from "#test/support/plain-pdf.ts";
import { startS3 } from "#test/support/s3.ts";
import { scratchFolder } from "#test/support/scratch.ts";

const at = "2026-11-28T12:00:00.000Z" as const;
const mostBytes = 10_000_000;

/** In pieces of odd sizes, as a network brings them; it may break off. */
async function* arriving(bytes: Uint8Array, isCut = false): AsyncGenerator<Uint8Array> {
  for (let from = 0, size = 1; from < bytes.length; from += size, size = (size * 7 + 3) % 90_001)
    yield bytes.subarray(from, from + size);
  if (isCut) throw new Response(null, { status: 400 });
}

const receive = (shelf: Shelf, bytes: Uint8Array, name = "Guía.pdf", isCut = false) =>
  receiveFile(shelf, arriving(bytes, isCut), { name, kinds: fileKinds, mostBytes, at });

async function kept(shelf: Shelf, bytes: Uint8Array): Promise<ReceivedFile> {
  const received = await receive(shelf, bytes);
  if (received.status === "refused") throw new Error(received.because);
  const { id, type, sizeBytes, sha256 } = received.file;
  await shelf.database.transact((trx) => readyFile(trx, { id, type, sizeBytes, sha256 }, at));
  return received.file;
}

const rowsOf = async ({ read }: Database) => {
  const files = await read.selectFrom("file").select("id").execute();
  return [files.length, (await read.selectFrom("fileChunk").select("n").execute()).length];
};

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

describeDatabases("files", (open) => {
  const places = ["database", "s3"] as const;
  const shelfAt = async (place: (typeof places)[number]): Promise<Shelf> => ({
    database: await open(),
    settings: { files: place === "s3" ? s3.files : null },
  });

  test.each(places)("come in pieces and are read back, whole and in part: %s", { timeout: 60_000 }, async (place) => {
    const shelf = await shelfAt(place);
    for (const size of [9, portionBytes, 3 * portionBytes + 17, 9_000_001]) {
      const bytes = longPdf(size);
      const { id, sha256, sizeBytes } = await kept(shelf, bytes);
      const file = await findFile(shelf.database.read, id);
      expect(file).toMatchObject({ name: "Guía.pdf", type: "application/pdf", sizeBytes: size, place });
      expect([sizeBytes, sha256]).toEqual([size, createHash("sha256").update(bytes).digest("hex")]);
      expect(Buffer.from(await readWhole(shelf, { id, sizeBytes, place })).equals(bytes)).toBe(true);
      const [first, last] = [Math.floor(size / 3), size - 2];
      const part: Uint8Array[] = [];
      for await (const piece of storeAt(shelf, place).read(id, first, last)) part.push(piece);
      expect(Buffer.concat(part).equals(bytes.subarray(first, last + 1))).toBe(true);
    }
  });

  test.each(places)("that are refused or break off leave nothing: %s", { timeout: 60_000 }, async (place) => {
    const shelf = await shelfAt(place);
    const refused = async (bytes: Uint8Array, name?: string) => {
      const received = await receive(shelf, bytes, name);
      return received.status === "refused" ? received.because : received.status;
    };
    expect(await refused(longPdf(10_000_001))).toBe("tooLarge");
    expect(await refused(new Uint8Array())).toBe("empty");
    expect(await refused(Buffer.from("MZ"))).toBe("notWhatItSays");
    expect(await refused(longPdf(50), "a.exe")).toBe("otherKind");
    expect(await refused(Buffer.from("no archive"), "a.docx")).toBe("notWhatItSays");
    await expect(receive(shelf, longPdf(900_000), "a.pdf", true)).rejects.toMatchObject({ status: 400 });
    expect(await rowsOf(shelf.database)).toEqual([0, 0]);
    expect(await refused(longPdf(10_000_000))).toBe("received");
  });

  test.each(places)("that nobody made ready are swept away after an hour, others stay: %s", async (place) => {
    const shelf = await shelfAt(place);
    const { database } = shelf;
    const ready = await kept(shelf, longPdf(600_000));
    const received = await receive(shelf, longPdf(6_000_000));
    if (received.status === "refused") throw new Error(received.because);
    expect(await findFile(database.read, received.file.id)).toBeNull();
    await clearFiles(shelf, plusMinutes(at, 59));
    expect((await rowsOf(database))[0]).toBe(2);
    await clearFiles(shelf, plusMinutes(at, 61));
    expect((await rowsOf(database))[0]).toBe(1);
    // one that is ready is not discarded
    await discardFile(shelf, ready);
    expect((await readWhole(shelf, { ...ready, place })).byteLength).toBe(600_000);
  });

  test.each(places)("that are erased are found by nobody at once, and their bytes go: %s", async (place) => {
    const shelf = await shelfAt(place);
    const { database } = shelf;
    const file = await kept(shelf, longPdf(6_000_000));
    await database.transact((trx) => eraseFiles(trx, [file.id], at));
    expect(await findFile(database.read, file.id)).toBeNull();
    await clearFiles(shelf, at);
    // the row says when it was erased
    expect(await rowsOf(database)).toEqual([1, 0]);
    await expect(readWhole(shelf, { ...file, place })).rejects.toThrow();
    await clearFiles(shelf, at);
  });

  test("in the database are read also once a store is set, and a store that is gone is told", async () => {
    const database = await open();
    const before = await kept({ database, settings: { files: null } }, longPdf(1_000));
    const shelf = { database, settings: { files: s3.files } };
    expect((await readWhole(shelf, { ...before, place: "database" })).byteLength).toBe(1_000);
    const after = await kept(shelf, longPdf(1_000));
    const without = { database, settings: { files: null } };
    await expect(readWhole(without, { ...after, place: "s3" })).rejects.toThrow("FILES_URL");
    const elsewhere = { ...s3.files, bucketUrl: "http://127.0.0.1:1/puente" };
    await expect(receive({ database, settings: { files: elsewhere } }, longPdf(1_000))).rejects.toThrow();
  });
});

test.each([
  ["that the worker has opened", "jobs", false],
  ["(negative control) that a server has opened", "pages", true],
] as const)("erased bytes are gone from the file of an SQLite database %s", async (_, use, stay) => {
  const path = `${scratchFolder("erased")}/puente.sqlite`;
  const database = openDatabase(path, use);
  await migrateToLatest(database);
  const shelf = { database, settings: { files: null } };
  const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from("SECRETMARK".repeat(100_000))]);
  const { id } = await kept(shelf, bytes);
  await database.transact((trx) => eraseFiles(trx, [id], at));
  await clearFiles(shelf, at);
  await database.close();
  expect(readFileSync(path).includes("SECRETMARK")).toBe(stay);
});
