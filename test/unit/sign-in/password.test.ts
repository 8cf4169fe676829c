import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, isPassword } from "#app/sign-in/password/password.ts";
import { watchScrypt } from "#test/support/scrypt.ts";

test("a hash costs what OWASP asks of scrypt, and has a salt of its own", async () => {
  const [hash, again] = await Promise.all([hashPassword("un puente viejo"), hashPassword("un puente viejo")]);
  const [, , salt = "", key = ""] = hash.split("$");
  const expected = scryptSync("un puente viejo", Buffer.from(salt, "base64url"), 32, {
    N: 2 ** 17,
    r: 8,
    p: 1,
    maxmem: 2 ** 28,
  });
  expect(key).toBe(expected.toString("base64url"));
  expect(Buffer.from(salt, "base64url")).toHaveLength(16);
  expect(again).not.toBe(hash);
});

test("an account that does not exist, or has no password yet, costs the same run", async () => {
  const cost = async (hash: string | null) => {
    const started = process.cpuUsage();
    expect(await watchScrypt(() => isPassword("something else", hash))).toEqual({ runs: 1, atOnce: 1 });
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  // the cheapest of three: what else the machine does can only add
  const cheapest = async (hash: string | null) => Math.min(await cost(hash), await cost(hash), await cost(hash));
  const known = await cheapest(await hashPassword("un puente viejo"));
  const unknown = await cheapest(null);
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test("however many sign in at once, two hashes at most are computed: each takes 128 MB", async () => {
  const everybody = Array.from({ length: 6 }, (_, i) => () => (i % 2 ? hashPassword("x") : isPassword("x", null)));
  expect(await watchScrypt(() => Promise.all(everybody.map((one) => one())))).toEqual({ runs: 6, atOnce: 2 });
});
