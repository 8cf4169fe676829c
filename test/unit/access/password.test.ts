import { createHook } from "node:async_hooks";
import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, isPassword } from "#app/access/password.ts";

/** How many runs of scrypt there were while `work` went on, and how many of them at once. */
async function watchScrypt(work: () => Promise<unknown>): Promise<{ runs: number; atOnce: number }> {
  const running = new Set<number>();
  const seen = { runs: 0, atOnce: 0 };
  const hook = createHook({
    init(id, type) {
      if (type !== "SCRYPTREQUEST") return;
      running.add(id);
      seen.runs += 1;
      seen.atOnce = Math.max(seen.atOnce, running.size);
    },
    before: (id) => void running.delete(id),
  }).enable();
  await work().finally(() => hook.disable());
  return seen;
}

test("a hash costs what OWASP asks of scrypt, and has a salt of its own", async () => {
  const [hash, again] = [await hashPassword("un puente viejo"), await hashPassword("un puente viejo")];
  const [, , salt = "", key = ""] = hash.split("$");
  const expected = scryptSync("un puente viejo", Buffer.from(salt, "base64url"), 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
  expect(key).toBe(expected.toString("base64url"));
  expect(Buffer.from(salt, "base64url")).toHaveLength(16);
  expect(again).not.toBe(hash);
});

test("an account that does not exist, or has no password yet, costs the same run", async () => {
  const hash = await hashPassword("un puente viejo");
  for (const known of [hash, null]) {
    expect(await watchScrypt(() => isPassword("something else", known))).toEqual({ runs: 1, atOnce: 1 });
  }
});

test("however many sign in at once, two hashes at most are computed: each takes 128 MB", async () => {
  const everybody = Array.from({ length: 6 }, (_, i) => () => (i % 2 ? hashPassword("x") : isPassword("x", null)));
  expect(await watchScrypt(() => Promise.all(everybody.map((one) => one())))).toEqual({ runs: 6, atOnce: 2 });
});
