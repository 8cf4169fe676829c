import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newMigration } from "#db/new-migration.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "puente-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a new migration is named by its day and by what it is about", () => {
  const file = newMigration(folder, "enrolment-notes", "2026-12-01");
  expect(basename(file)).toBe("2026-12-01-enrolment-notes.ts");
  expect(readFileSync(file, "utf8")).toContain("export const statements");
});

test("its statements are made for either database", async () => {
  const { statements } = await import(newMigration(folder, "enrolment-notes", "2026-12-01"));
  expect(statements({ strict: " strict", bytes: "blob" })[0]).toMatch(/^create table example \([\s\S]*\) strict$/);
});

test.each(["", "Notes", "enrolment notes", "../notes", "notes.ts"])("%j is no name", (name) => {
  expect(() => newMigration(folder, name, "2026-12-01")).toThrow("kebab-case");
});

test("a migration is never written over another", () => {
  newMigration(folder, "notes", "2026-12-01");
  expect(() => newMigration(folder, "notes", "2026-12-01")).toThrow("exists already");
});
