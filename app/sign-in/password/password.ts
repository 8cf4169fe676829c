import { argon2, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { turns } from "#app/threads/turns.ts";

/** OWASP's choice for argon2id, with one lane: so much memory, gone through twice. */
const usualCost: Cost = { kibibytes: 19 * 1024, passes: 2 };
const keyBytes = 32;

/** However many sign in at once, one core and the memory of one are taken. Nobody is refused. */
const { inTurn } = turns(1);

type Cost = { kibibytes: number; passes: number };

/** How a key comes of a password, and the key that it has to be. */
type Stored = { derive: (password: string) => Promise<Buffer>; key: Buffer };

/**
 * `$argon2id$v=19$m=…,t=…,p=1$<salt>$<key>`, as other programs write it too. A hash carries its cost: raising the cost
 * locks nobody out.
 */
export async function hashPassword(password: string, cost = usualCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await inTurn(() => byArgon2id(password, salt, cost));
  return `$argon2id$v=19$m=${cost.kibibytes},t=${cost.passes},p=1$${base64(salt)}$${base64(key)}`;
}

/** Takes the same time when there is no account (null) as when there is one. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { derive, key } = (hash && (readArgon2id(hash) ?? readScrypt(hash))) || nobody;
  const actual = await inTurn(() => derive(password));
  return key.length === keyBytes && timingSafeEqual(key, actual);
}

/** Until November 2026 passwords were hashed by scrypt. Only its owner's next sign-in can renew such a hash. */
export const isOfFormerKind = (hash: string) => hash.startsWith("scrypt$");

/** Takes as long as comparing with a hash of the kind that this one is not. */
export async function compareWithOtherKind(password: string, hash: string | null): Promise<void> {
  const other = hash && isOfFormerKind(hash) ? nobody : formerNobody;
  await inTurn(() => other.derive(password));
}

function readArgon2id(hash: string): Stored | null {
  const [, kibibytes, passes, salt = "", key = ""] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$(.+)\$(.+)$/.exec(hash) ?? [];
  if (!key) return null;
  return argon2idWith(Buffer.from(salt, "base64"), { kibibytes: Number(kibibytes), passes: Number(passes) }, key);
}

function readScrypt(hash: string): Stored | null {
  const [, power, salt = "", key = ""] = /^scrypt\$(1\d)\$(.+)\$(.+)$/.exec(hash) ?? [];
  return key ? scryptWith(Buffer.from(salt, "base64url"), Number(power), key) : null;
}

const argon2idWith = (salt: Buffer, cost: Cost, key: string): Stored => ({
  derive: (password) => byArgon2id(password, salt, cost),
  key: Buffer.from(key, "base64"),
});

const scryptWith = (salt: Buffer, power: number, key: string): Stored => ({
  derive: (password) => byScrypt(password, salt, power),
  key: Buffer.from(key, "base64url"),
});

/** No password opens these. */
const nobody = argon2idWith(Buffer.alloc(16), usualCost, "");
const formerNobody = scryptWith(Buffer.alloc(16), 17, "");

const runArgon2 = promisify(argon2);
const runScrypt = promisify<string, Buffer, number, object, Buffer>(scrypt);

const byArgon2id = (password: string, nonce: Buffer, { kibibytes, passes }: Cost) =>
  runArgon2("argon2id", {
    ...{ message: password.normalize("NFKC"), nonce, tagLength: keyBytes },
    ...{ memory: kibibytes, passes, parallelism: 1 },
  });

/** @param power of two, which is scrypt's cost: 17 takes 128 MB */
const byScrypt = (password: string, salt: Buffer, power: number) =>
  runScrypt(password.normalize("NFKC"), salt, keyBytes, { N: 2 ** power, r: 8, p: 1, maxmem: 160 * 1024 * 1024 });

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
