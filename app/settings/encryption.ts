import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;

/** A key of 256 bits for one purpose, from a secret that serves others as well. */
export const keyFor = (purpose: string, secret: string): Uint8Array =>
  Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

/**
 * Encrypts with AES-256-GCM.
 * @param bound what the result is tied to: with anything else it does not open
 * @returns the random beginning, the seal, and what is hidden, in this order
 */
export function encrypt(plain: Uint8Array, bound: string, key: Uint8Array): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), hidden]);
}

/** @returns the text; null where it was bound to something else, has another key, or was changed */
export function decrypt(encrypted: Uint8Array, bound: string, key: Uint8Array): string | null {
  const bytes = Buffer.from(encrypted);
  const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)];
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
