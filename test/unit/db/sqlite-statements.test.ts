import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { withStatementCache } from "#db/dialect/sqlite-statements.ts";

/** A cache of so many statements, and how many were compiled for it. */
function cacheOf(size: number) {
  const database = new SQLite(":memory:");
  onTestFinished(() => void database.close());
  const compiled: string[] = [];
  const prepare = (text: string) => {
    compiled.push(text);
    return database.prepare(text);
  };
  const cache = withStatementCache({ prepare: prepare as SQLite.Database["prepare"], close: () => database }, size);
  return { cache, compiled };
}

const listOf = (length: number) => `select 1 where 1 in (${Array(length).fill("+?").join(", ")})`;

test("a statement is compiled once, until too many others have come", () => {
  const { cache, compiled } = cacheOf(2);
  for (const text of ["select 1", "select 1", "select 2", "select 1"]) cache.prepare(text);
  expect(compiled).toEqual(["select 1", "select 2"]);
  for (const text of ["select 3", "select 2", "select 1"]) cache.prepare(text);
  expect(compiled).toEqual(["select 1", "select 2", "select 3", "select 1"]);
});

test("lists of many lengths leave in the cache what is there", () => {
  const { cache, compiled } = cacheOf(2);
  cache.prepare("select 1");
  cache.prepare(listOf(20));
  for (let length = 1_000; length < 1_010; length++) cache.prepare(listOf(length)).all(...Array(length).fill(1));
  const before = compiled.length;
  cache.prepare("select 1");
  cache.prepare(listOf(20));
  expect(compiled).toHaveLength(before);
});

test("a long one that is asked again is compiled once, as long as few others are long", () => {
  const { cache, compiled } = cacheOf(2);
  for (let round = 0; round < 3; round++)
    for (let length = 1_000; length < 1_020; length++) cache.prepare(listOf(length)).all(...Array(length).fill(1));
  expect(compiled).toHaveLength(20);
  for (let length = 2_000; length < 2_060; length++) cache.prepare(listOf(length));
  cache.prepare(listOf(1_000));
  expect(compiled).toHaveLength(81);
});
