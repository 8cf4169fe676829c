import { argon2Sync } from "node:crypto";
import { expect, test } from "vitest";
import { compareWithOtherKind, hashPassword, isOfFormerKind, isPassword } from "#app/sign-in/password/password.ts";
import { formerHashOf, watchHashing } from "#test/support/hashing.ts";

const password = "un puente viejo";

test("a hash costs what OWASP asks of argon2id, and has a salt of its own", async () => {
  const [hash, again] = await Promise.all([hashPassword(password), hashPassword(password)]);
  const [, kind, version, cost, salt = "", key = ""] = hash.split("$");
  expect([kind, version, cost]).toEqual(["argon2id", "v=19", "m=19456,t=2,p=1"]);
  const nonce = Buffer.from(salt, "base64");
  const expected = argon2Sync("argon2id", {
    ...{ message: password, nonce, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 },
  });
  expect(Buffer.from(key, "base64")).toEqual(expected);
  expect(nonce).toHaveLength(16);
  expect(again).not.toBe(hash);
});

test("a password opens its own hash, however its letters are composed, and no other does", async () => {
  const hash = await hashPassword("canción de un puente");
  expect(await isPassword("cancio\u0301n de un puente", hash)).toBe(true);
  expect(await isPassword("cancion de un puente", hash)).toBe(false);
  expect(await isPassword("", hash)).toBe(false);
});

test("a hash carries its cost: one of another cost is opened too", async () => {
  expect(await isPassword(password, await hashPassword(password, { kibibytes: 64, passes: 3 }))).toBe(true);
});

test("another program's hash of the same form is opened", async () => {
  // libargon2's own: echo -n "password" | argon2 somesalt -id -t 2 -m 16 -p 1
  const theirs = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  expect(await isPassword("password", theirs)).toBe(true);
  expect(await isPassword("Password", theirs)).toBe(false);
});

test("a hash of the former kind is opened by its password, and known as one", async () => {
  const former = formerHashOf(password);
  expect(await isPassword(password, former)).toBe(true);
  expect(await isPassword(`${password}.`, former)).toBe(false);
  expect([isOfFormerKind(former), isOfFormerKind(await hashPassword(password))]).toEqual([true, false]);
});

test.each([
  ["nothing", ""],
  ["a word", "password"],
  ["an argon2id without a key", "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"],
  ["a key that is too short", "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA"],
  ["a scrypt that was never ours", "scrypt$20$AAAAAAAAAAAAAAAAAAAAAA$AAAA"],
  ["a scrypt without a cost", "scrypt$a$b"],
])("what is no hash opens to nobody, and costs a run all the same: %s", async (_, hash) => {
  const seen = await watchHashing(async () => {
    expect(await isPassword("", hash)).toBe(false);
  });
  expect(seen).toEqual({ runs: ["argon2id"], atOnce: 1 });
});

/** Of the cheapest of three: what else the machine does can only add. */
async function cheapest(hash: string | null): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = process.cpuUsage();
    await isPassword("something else", hash);
    const { user, system } = process.cpuUsage(started);
    costs.push(user + system);
  }
  return Math.min(...costs);
}

test("an account that does not exist, or has no password yet, costs the same run", async () => {
  for (const hash of [await hashPassword(password), null])
    expect(await watchHashing(() => isPassword("something else", hash))).toEqual({ runs: ["argon2id"], atOnce: 1 });
  const [known, unknown] = [await cheapest(await hashPassword(password)), await cheapest(null)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test.each([
  ["of the former kind", formerHashOf(password)],
  ["of today's kind", await hashPassword(password)],
  ["of nobody", null],
])("compared with both kinds, a hash %s costs one run of each", async (_, hash) => {
  const { runs } = await watchHashing(async () => {
    await isPassword("something else", hash);
    await compareWithOtherKind("something else", hash);
  });
  expect(runs.toSorted()).toEqual(["argon2id", "scrypt"]);
});

test("however many sign in at once, one hash is computed at a time, in the order in which they came", async () => {
  const order: number[] = [];
  const everybody = Array.from({ length: 6 }, (_, i) => async () => {
    await (i % 2 ? hashPassword("x") : isPassword("x", null));
    order.push(i);
  });
  const { runs, atOnce } = await watchHashing(() => Promise.all(everybody.map((one) => one())));
  expect([runs.length, atOnce]).toEqual([6, 1]);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a run that fails holds up nobody after it", async () => {
  const impossible = "$argon2id$v=19$m=1,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA";
  await expect(isPassword("x", impossible)).rejects.toThrow();
  expect(await isPassword(password, await hashPassword(password, { kibibytes: 8, passes: 1 }))).toBe(true);
});
