import { expect, test } from "vitest";
import { AnswerMemory } from "#app/operations/http/answer-memory.ts";
import type { FinishedAnswer } from "#app/web/context.ts";

const page = (bytes: number): FinishedAnswer => ({ headers: [], body: new Uint8Array(bytes) });
const memory = (bounds = {}) => new AnswerMemory({ mostAnswers: 3, mostBytes: 100_000, ...bounds });

const namesIn = (kept: AnswerMemory, names: string[], moment = "1") =>
  names.filter((name) => kept.find(moment, name) !== null);

test("an answer is found in its moment, by its name", () => {
  const [kept, answer] = [memory(), page(10)];
  expect(kept.find("1", "a")).toBeNull();
  kept.keep("1", "a", answer);
  expect(kept.find("1", "a")).toBe(answer);
  expect(kept.find("1", "b")).toBeNull();
});

test("another moment forgets all, and an answer that comes too late is not kept", () => {
  const kept = memory();
  kept.find("1", "a");
  kept.keep("1", "a", page(10));
  expect(kept.find("2", "a")).toBeNull();
  kept.keep("1", "a", page(10));
  expect([kept.find("2", "a"), kept.find("1", "a")]).toEqual([null, null]);
});

test("what was asked for longest ago goes first", () => {
  const kept = memory();
  kept.find("1", "a");
  for (const name of ["a", "b", "c"]) kept.keep("1", name, page(10));
  kept.find("1", "a");
  kept.keep("1", "d", page(10));
  expect(namesIn(kept, ["a", "b", "c", "d"])).toEqual(["a", "c", "d"]);
});

test("bytes are bounded, too, and counted once for each name", () => {
  const kept = memory({ mostAnswers: 1_000, mostBytes: 10_000 });
  kept.find("1", "a");
  for (let n = 0; n < 100; n++) kept.keep("1", "a", page(4_000));
  kept.keep("1", "b", page(4_000));
  expect(namesIn(kept, ["a", "b"])).toEqual(["a", "b"]);
  kept.keep("1", "c", page(4_000));
  expect(namesIn(kept, ["a", "b", "c"])).toEqual(["b", "c"]);
  kept.keep("1", "huge", page(20_000));
  expect(namesIn(kept, ["b", "c", "huge"])).toEqual([]);
});

test("a long name and headers count as well", () => {
  const kept = memory({ mostAnswers: 1_000, mostBytes: 10_000 });
  kept.find("1", "a");
  kept.keep("1", "a".repeat(6_000), page(1));
  expect(namesIn(kept, ["a".repeat(6_000)])).toEqual([]);
  kept.keep("1", "b", { ...page(1), headers: [["X-Long", "x".repeat(6_000)]] });
  expect(namesIn(kept, ["b"])).toEqual([]);
});
