import { expect, test } from "vitest";
import { bestFirst, type GroupName, nearness } from "#app/search/ranking.rules.ts";

const group = (name: GroupName, ...knownBy: string[]) => ({ name, hits: [{ knownBy }] });
const order = (words: string[], ...groups: ReturnType<typeof group>[]) =>
  bestFirst(groups, words).map(({ name }) => name);

test("what is called exactly so comes first, then whole words, then beginnings", () => {
  expect(nearness(["MJ-2026-04"], ["mj-2026-04"])).toBe(0);
  expect(nearness(["髙橋 遥"], ["高橋", "遥"])).toBe(0);
  expect(nearness(["髙橋 遥"], ["高橋"])).toBe(1);
  expect(nearness(["Takahashi Haruka"], ["haruka", "takahashi"])).toBe(1);
  expect(nearness(["Takahashi Haruka"], ["taka"])).toBe(2);
});

test("a group is as good as its best result", () => {
  const workshops = { name: "workshops" as const, hits: [{ knownBy: ["Puertos"] }, { knownBy: ["ANAM"] }] };
  expect(order(["anam"], group("people", "Anamari López"), workshops)).toEqual(["workshops", "people"]);
});

test("groups that are met equally well stand in their own order, whatever order they came in", () => {
  const met = [group("accounts", "Ana"), group("institutions", "Ana"), group("people", "Ana")];
  expect(order(["ana"], ...met)).toEqual(["people", "institutions", "accounts"]);
  expect(order(["ana"], ...met.toReversed())).toEqual(["people", "institutions", "accounts"]);
});

test("nothing is lost, and nothing found stays nothing", () => {
  expect(order(["x"])).toEqual([]);
  expect(order(["x"], group("people", "Ana"), group("workshops", "Bea"))).toHaveLength(2);
});
