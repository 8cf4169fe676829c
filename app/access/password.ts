import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's parameters for scrypt; each run needs 128 MB, so that at most two run at once. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };
const keyBytes = 32;

/** `scrypt$<salt>$<key>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString("base64url")}$${(await derive(password, salt)).toString("base64url")}`;
}

/** Takes the same time when there is no account (null) as when there is one. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, salt = "AAAAAAAAAAAAAAAAAAAAAA", key = ""] = hash?.split("$") ?? [];
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"));
  return expected.length === keyBytes && timingSafeEqual(expected, actual);
}

const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize("NFKC"), salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
