import { describe, expect, test } from "vitest";
import { codeOf, keptUntil, readCode, swapOf } from "#app/materials/rules.ts";

describe("how long a file is kept", () => {
  const base = { removedAt: null, addedAt: "2026-11-01T10:00:00.000Z", endsOn: "2026-11-27" } as const;

  test.each([
    ["confidential", "2027-11-28"],
    ["participants", "2031-11-28"],
    ["staff", "2031-11-28"],
    ["public", "2036-11-28"],
  ] as const)("%s: until about %s", (whose, until) => {
    const days = Math.abs(Date.parse(keptUntil({ ...base, class: whose })) - Date.parse(until)) / 86_400_000;
    expect(days).toBeLessThan(2);
  });

  test("what comes later is kept from then on, and what was removed for thirty days", () => {
    const late = { ...base, class: "confidential", addedAt: "2029-01-01T00:00:00.000Z" } as const;
    expect(keptUntil(late)).toMatch(/^2030-01-01/);
    expect(keptUntil({ ...late, removedAt: "2029-02-01T12:00:00.000Z" })).toBe("2029-03-03T12:00:00.000Z");
    expect(keptUntil({ ...late, removedAt: "2029-12-31T12:00:00.000Z" })).toMatch(/^2030-01-01/);
  });
});

test("the code of a copy can be read off a page and typed in any way", () => {
  const code = codeOf(new Uint8Array([0, 29, 30, 255, 7, 99, 8, 200, 1, 2]));
  expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{8}$/);
  expect(readCode(` ${code.toUpperCase().slice(0, 4)}-${code.slice(4)} `)).toBe(code);
  expect(readCode("ＡＢ２３")).toBe("ab23");
});

test("one moves among its neighbours, and no further", () => {
  const group = ["a", "b", "c"].map((id, position) => ({ id, position }));
  const ids = (pair: ReturnType<typeof swapOf>) => pair?.map(({ id }) => id) ?? null;
  expect(ids(swapOf(group, "b", "up"))).toEqual(["b", "a"]);
  expect(ids(swapOf(group, "b", "down"))).toEqual(["b", "c"]);
  expect([swapOf(group, "a", "up"), swapOf(group, "c", "down"), swapOf(group, "x", "up")]).toEqual([null, null, null]);
});
