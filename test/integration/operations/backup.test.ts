import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { expect, inject, test } from "vitest";
import { audit, sealAudit } from "#app/audit/commands.ts";
import { backUp, inspect } from "#app/operations/backup.ts";
import { restore } from "#app/operations/restore.ts";
import { openDatabase } from "#db/database.ts";
import { sqlite } from "#db/dialect/sqlite.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-23T12:00:00.000Z" as const;
const path = () => `${inject("sqliteFolder")}/${newId()}.sqlite`;
const entry = (subjectId: string) =>
  ({ accountId: null, action: "workshop.changed", subjectId: id("workshop", subjectId) }) as const;

async function inUse() {
  const url = path();
  const database = openDatabase(url);
  await migrateToLatest(database);
  const note = (name: string) => database.transact((trx) => audit(trx, at, entry(name)));
  await note("one");
  await sealAudit(database);
  return { url, database, note };
}

test("a copy is made while people write, and holds everything up to its moment", async () => {
  const { url, database, note } = await inUse();
  const file = path();
  const writing = Promise.all(Array.from({ length: 50 }, (_, i) => note(`n${i}`)));
  const rows = await backUp(url, file);
  await writing;
  expect(rows.get("audit")).toBeGreaterThanOrEqual(1);
  expect(await inspect(file)).toEqual(rows);
  await database.close();
});

/** Steps that a copy of a database may take; one more, and it would not end. */
const mostSteps = 100;

/** Copies a database while `beside` happens between any two steps. @returns the steps */
async function copySteps(url: string, pagesAtOnce: number | undefined, beside: () => void): Promise<number> {
  let steps = 0;
  const onStep = () => {
    steps += 1;
    if (steps > mostSteps) throw new Error("this never ends");
    beside();
  };
  await sqlite.file?.copy(url, path(), { ...(pagesAtOnce !== undefined && { pagesAtOnce }), onStep });
  return steps;
}

/** Writes at once, where transactions of ours would wait for their turn. */
function writerOf(url: string): { write(): void; close(): void } {
  const other = new SQLite(url);
  const insert = other.prepare("insert into setting (name, value) values (hex(randomblob(8)), 'x')");
  return { write: () => void insert.run(), close: () => void other.close() };
}

test("a copy ends in one step, although somebody writes between any two", async () => {
  const { url, database } = await inUse();
  const { write, close } = writerOf(url);
  expect(await copySteps(url, undefined, write)).toBe(1);
  close();
  await database.close();
});

test("negative control: a few pages at a time it begins again at each write, and never ends", async () => {
  const { url, database } = await inUse();
  const { write, close } = writerOf(url);
  expect(await copySteps(url, 10, () => {})).toBeLessThan(mostSteps);
  await expect(copySteps(url, 10, write)).rejects.toThrow("never ends");
  close();
  await database.close();
});

test("a copy is made in one step beside another process that writes ten times a second", async () => {
  const { url, database } = await inUse();
  const writer = fork(resolve("test/support/audit-writer.ts"), { execArgv: [] });
  await once(writer, "message");
  writer.send(url);
  await once(writer, "message");
  const file = path();
  expect(await copySteps(url, undefined, () => {})).toBe(1);
  const rows = await backUp(url, file);
  writer.send("stop");
  const [written] = (await once(writer, "message")) as [number];
  expect(await inspect(file)).toEqual(rows);
  expect(rows.get("audit_pending")).toBeGreaterThan(0);
  expect(rows.get("audit_pending")).toBeLessThanOrEqual(written);
  await database.close();
});

test("a database, the files beside it and its copies are for their owner's eyes alone", async () => {
  const { url, database } = await inUse();
  const copy = path();
  await backUp(url, copy);
  const modes = [url, `${url}-wal`, `${url}-shm`, copy].map((file) => statSync(file).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  await database.close();
});

test("what was restored is what was saved, and what it replaced is kept", async () => {
  const { url, database, note } = await inUse();
  const file = path();
  await backUp(url, file);
  // as after a journey through other machines
  chmodSync(file, 0o644);
  await note("later");
  await sealAudit(database);
  await database.close();
  const former = await restore(file, url);
  expect([url, former ?? ""].map((kept) => statSync(kept).mode & 0o777)).toEqual([0o600, 0o600]);
  const subjects = async (where: string) => {
    const opened = openDatabase(where);
    const found = await opened.read.selectFrom("audit").select("subjectId").orderBy("seq").execute();
    await opened.close();
    return found.map(({ subjectId }) => subjectId);
  };
  expect(await subjects(url)).toEqual(["one"]);
  expect(await subjects(former ?? "")).toEqual(["one", "later"]);
});

test("a database that somebody has open is not replaced under their hands", async () => {
  const { url, database } = await inUse();
  const file = path();
  await backUp(url, file);
  await expect(restore(file, url)).rejects.toThrow(/in use: stop Puente/);
  // also where it has only been read
  await database.close();
  const reading = openDatabase(url);
  await reading.read.selectFrom("audit").select("seq").execute();
  await expect(restore(file, url)).rejects.toThrow(/in use/);
  await reading.close();
  expect(await restore(file, url)).toContain(url);
});

test("a backup that is damaged, altered or not ours is refused, and nothing is touched", async () => {
  const { url, database } = await inUse();
  await database.close();
  const [cut, altered, foreign] = [path(), path(), path()];
  await backUp(url, cut);
  truncateSync(cut, 20_000);
  await backUp(url, altered);
  const opened = openDatabase(altered);
  await opened.transact((trx) => trx.updateTable("audit").set({ action: "other" }).execute());
  await opened.close();
  writeFileSync(foreign, "not a database");
  for (const file of [cut, altered, foreign, path()]) await expect(restore(file, url)).rejects.toThrow();
  expect((await inspect(url)).get("audit")).toBe(1);
});

test("where restoring fails, the database is as it was, and nothing is left beside it", async () => {
  const { url, database } = await inUse();
  const file = path();
  await backUp(url, file);
  await database.close();
  const at = new Date("2026-11-23T12:00:00.000Z");
  const former = `${url}.before-20261123T120000`;
  // the former one cannot be moved to where a folder stands
  mkdirSync(`${former}/taken`, { recursive: true });
  await expect(restore(file, url, at)).rejects.toThrow();
  // nor can the copy be made where one stands
  mkdirSync(`${url}.restoring-20261123T120001`);
  await expect(restore(file, url, new Date("2026-11-23T12:00:01.000Z"))).rejects.toThrow();
  expect((await inspect(url)).get("audit")).toBe(1);
  const beside = readdirSync(dirname(url)).filter((name) => name.startsWith(`${basename(url)}.`));
  expect(beside.sort()).toEqual([basename(former), `${basename(url)}.restoring-20261123T120001`]);
});

test("a damaged database is no reason against putting a backup in its place", async () => {
  const { url, database } = await inUse();
  const file = path();
  await backUp(url, file);
  await database.close();
  writeFileSync(url, "no database any more");
  await restore(file, url);
  expect((await inspect(url)).get("audit")).toBe(1);
});

test("where there is no database, none is made, and what is asked for says where it was looked for", async () => {
  const [nowhere, file] = [path(), path()];
  await expect(backUp(nowhere, file)).rejects.toThrow(nowhere);
  expect([existsSync(nowhere), existsSync(file)]).toEqual([false, false]);
  writeFileSync(file, "not a database");
  await expect(restore(file, nowhere)).rejects.toThrow(file);
});

test("a backup is one file, and a database that was only read leaves nothing beside it", async () => {
  const { url, database } = await inUse();
  const file = path();
  await backUp(url, file);
  await database.close();
  await inspect(url);
  const beside = [file, url].flatMap((name) => [`${name}-wal`, `${name}-shm`]);
  expect(beside.filter((name) => existsSync(name))).toEqual([]);
});

test("a backup never replaces another", async () => {
  const { url, database } = await inUse();
  const file = path();
  await backUp(url, file);
  await expect(backUp(url, file)).rejects.toThrow(/exists already/);
  await database.close();
});
