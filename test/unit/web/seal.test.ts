import { expect, test } from "vitest";
import { seal, unseal } from "#app/web/kept/seal.ts";

const secret = "s".repeat(32);
const text = "Lo que escribió Núñez · 神 ﷺ";

test("what was sealed opens for its owner", () => {
  expect(unseal(seal(text, "ana", secret), "ana", secret)).toBe(text);
  expect(unseal(seal("", "ana", secret), "ana", secret)).toBe("");
});

test("it does not tell what it holds, and is another each time", () => {
  const sealed = Buffer.from(seal(text, "ana", secret));
  expect(sealed.toString("latin1")).not.toContain("escribi");
  expect(sealed.equals(Buffer.from(seal(text, "ana", secret)))).toBe(false);
});

test("it opens for nobody else, with no other secret, and not where a byte has changed", () => {
  const sealed = seal(text, "ana", secret);
  expect(unseal(sealed, "haruka", secret)).toBeNull();
  expect(unseal(sealed, "ana", "t".repeat(32))).toBeNull();
  for (const place of [0, 13, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unseal(changed, "ana", secret)).toBeNull();
  }
  for (const length of [0, 5, 12, 27]) expect(unseal(sealed.subarray(0, length), "ana", secret)).toBeNull();
});
