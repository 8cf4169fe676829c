import { expect, test } from "vitest";
import { newStatementNames } from "#db/dialect/postgres-statements.ts";

test("a statement has a name from its second time on, and always the same", () => {
  const { nameOf } = newStatementNames();
  expect(nameOf("select $1", [1])).toBeNull();
  const name = nameOf("select $1", [2]);
  expect(name).toMatch(/^0\.[\w-]{43}$/);
  expect(nameOf("select $1", [3])).toBe(name);
  expect(newStatementNames().nameOf("select $1", [1])).toBeNull();
});

test("two texts have two names, and PostgreSQL's 63 bytes hold them", () => {
  const { nameOf, renew } = newStatementNames();
  for (let time = 0; time < 99; time++) renew();
  const twice = (text: string) => [nameOf(text, [1]), nameOf(text, [1])][1] ?? "";
  expect(twice("select $1")).not.toBe(twice("select $1 "));
  expect(Buffer.byteLength(twice("select $1"))).toBeLessThan(63);
});

test("what has no values, or as many as somebody has rows, has no name", () => {
  const { nameOf } = newStatementNames();
  for (let time = 0; time < 3; time++) {
    expect(nameOf("commit", [])).toBeNull();
    expect(nameOf("insert …", Array(100).fill(1))).toBeNull();
  }
});

test("there are no more names than the most, however many texts come", () => {
  const { nameOf } = newStatementNames(10);
  const names = new Set<string | null>();
  for (let text = 0; text < 100; text++)
    for (let time = 0; time < 3; time++) names.add(nameOf(`select ${text}, $1`, [1]));
  names.delete(null);
  expect(names.size).toBe(10);
});

test("after a migration everything gets another name", () => {
  const { nameOf, renew } = newStatementNames();
  const named = () => [nameOf("select $1", [1]), nameOf("select $1", [1])][1];
  const before = named();
  renew();
  expect(nameOf("select $1", [1])).toBeNull();
  expect(named()).not.toBe(before);
});
