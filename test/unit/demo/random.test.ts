import { expect, test } from "vitest";
import { mulberry32, seededIds, shuffled } from "#app/demo/rows/random.ts";

const at = "2026-11-23T15:00:00.000Z" as const;

test("seeded ids are UUIDs of version 7, unique, in the order in which they are made", () => {
  const next = seededIds(at, mulberry32(1));
  const ids = Array.from({ length: 10_000 }, next);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("the same seed gives the same ids, another seed others", () => {
  const first = (seed: number) => seededIds(at, mulberry32(seed))();
  expect(first(1)).toBe(first(1));
  expect(first(2)).not.toBe(first(1));
});

test("numbers lie between 0 and 1 and are spread evenly", () => {
  const random = mulberry32(7);
  const numbers = Array.from({ length: 10_000 }, random);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
});

test("shuffling keeps everything and changes nothing in place", () => {
  const items = ["a", "b", "c", "d", "e"];
  expect(shuffled(items, mulberry32(3)).toSorted()).toEqual(items);
  expect(items).toEqual(["a", "b", "c", "d", "e"]);
});
