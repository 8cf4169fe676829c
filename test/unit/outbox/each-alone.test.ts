import { expect, test } from "vitest";
import { eachAlone } from "#app/outbox/job.ts";

const told: number[] = [];
const act = async (item: number) => {
  told.push(item);
  if (item < 0) throw new Error(`${item} fails`);
};

test("one that fails keeps no other from its turn, and is told of at the end", async () => {
  told.length = 0;
  await expect(eachAlone([1, -2, 3, -4, 5], act)).rejects.toThrow("-2 fails");
  expect(told).toEqual([1, -2, 3, -4, 5]);
});

test("where many fail, it is because of something else: the others wait for the next round", async () => {
  told.length = 0;
  await expect(eachAlone([-1, -2, -3, -4, -5, 6], act)).rejects.toThrow("-1 fails");
  expect(told).toEqual([-1, -2, -3, -4, -5]);
});

test("nothing is thrown where all succeed", async () => {
  await expect(eachAlone([1, 2], act)).resolves.toBeUndefined();
});
