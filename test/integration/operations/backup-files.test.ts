import SQLite from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readyFile } from "#app/files/commands.ts";
import { fileKinds } from "#app/files/kinds.rules.ts";
import { readWhole } from "#app/files/read.ts";
import { receiveFile } from "#app/files/receive.ts";
import { type Shelf, storeAt } from "#app/files/store.ts";
import { backUp, countElsewhere, inspect } from "#app/operations/backup.ts";
import { restore, verifyStored } from "#app/operations/restore.ts";
import { openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { longPdf } from "#test/support/plain-pdf.ts";
import { startS3 } from "#test/support/s3.ts";

const at = "2026-11-28T12:00:00.000Z" as const;
const path = () => `${inject("sqliteFolder")}/${newId()}.sqlite`;

async function* one(bytes: Uint8Array) {
  yield bytes;
}

async function keep(shelf: Shelf, bytes: Uint8Array) {
  const taking = { name: "a.pdf", kinds: fileKinds, mostBytes: 10_000_000, at };
  const received = await receiveFile(shelf, one(bytes), taking);
  if (received.status === "refused") throw new Error(received.because);
  const { id, type, sizeBytes, sha256 } = received.file;
  await shelf.database.transact((trx) => readyFile(trx, { id, type, sizeBytes, sha256 }, at));
  return received.file;
}

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

test("a backup holds the files of the database, and proves each when it is put back", async () => {
  const [url, file] = [path(), path()];
  const database = openDatabase(url);
  await migrateToLatest(database);
  const { id, sizeBytes } = await keep({ database, settings: { files: null } }, longPdf(900_000));
  await backUp(url, file);
  expect(await countElsewhere(file)).toBe(0);
  await database.transact((trx) => trx.deleteFrom("fileChunk").execute());
  await database.close();
  await restore(file, url);
  const again = openDatabase(url);
  const shelf = { database: again, settings: { files: null } };
  expect((await readWhole(shelf, { id, sizeBytes, place: "database" })).byteLength).toBe(900_000);
  expect(await verifyStored(shelf)).toBe("");
  await again.close();
});

test("a file that has suffered is told, and nothing is put back", async () => {
  const [url, file] = [path(), path()];
  const database = openDatabase(url);
  await migrateToLatest(database);
  const { id } = await keep({ database, settings: { files: null } }, longPdf(900_000));
  await backUp(url, file);
  await database.close();
  const spoilt = new SQLite(file);
  spoilt.exec("update file_chunk set bytes = zeroblob(length(bytes)) where n = 1");
  spoilt.close();
  await expect(inspect(file)).rejects.toThrow(`an uploaded file is not whole (${id})`);
  await expect(restore(file, url)).rejects.toThrow("cannot be restored");
});

test("of files in a store the backup says that it lacks them, and restoring compares each there", async () => {
  const [url, file] = [path(), path()];
  const database = openDatabase(url);
  await migrateToLatest(database);
  const shelf = { database, settings: { files: s3.files } };
  const [first, second] = [await keep(shelf, longPdf(1_000)), await keep(shelf, longPdf(9_000_000))];
  await backUp(url, file);
  expect(await countElsewhere(file)).toBe(2);
  expect(await verifyStored(shelf)).toContain("All 2 uploaded files");
  await storeAt(shelf, "s3").erase(second.id);
  const other = Buffer.from(longPdf(1_000));
  other.write("y", 500);
  await storeAt(shelf, "s3").write(first.id, one(other) as AsyncIterable<Buffer>);
  expect(await verifyStored(shelf)).toContain(`and 2 are not: ${first.id}, ${second.id}`);
  await database.close();
});
