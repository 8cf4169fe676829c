import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's parameters for scrypt, N as a power of two; each run needs 128 MB, so that at most two run at once. */
const usualCost = 17;
const costOf = (power: number) => ({ N: 2 ** power, r: 8, p: 1, maxmem: 160 * 1024 * 1024 });
const keyBytes = 32;

/**
 * `scrypt$<cost>$<salt>$<key>`, salt and key in base64url. A hash carries its cost: raising the cost locks nobody out.
 */
export async function hashPassword(password: string, cost = usualCost): Promise<string> {
  const salt = randomBytes(16);
  return ["scrypt", cost, salt.toString("base64url"), (await derive(password, salt, cost)).toString("base64url")].join(
    "$",
  );
}

/** Takes the same time when there is no account (null) as when there is one. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, cost = "", salt = "AAAAAAAAAAAAAAAAAAAAAA", key = ""] = hash?.split("$") ?? [];
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"), /^1\d$/.test(cost) ? Number(cost) : usualCost);
  return expected.length === keyBytes && timingSafeEqual(expected, actual);
}

const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize("NFKC"), salt, keyBytes, costOf(cost), (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
