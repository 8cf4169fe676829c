import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;
/** How long an answer is, nobody sees to the byte: not even whether there is one. */
const stepBytes = 512;

/** A key, and the name under which rows refer to it. */
type SealKey = { id: string; bytes: Uint8Array };

/** @param text a secret of 32 characters or more; the name says nothing of it */
export const sealKey = (text: string): SealKey => ({
  id: hash("sha256", `puente sealed answers ${text}`, "hex").slice(0, 16),
  bytes: Buffer.from(hkdfSync("sha256", text, "", "puente sealed answers", 32)),
});

export type Sealed = { keyId: string; sealed: Uint8Array };

/**
 * Encrypts a text (AES-256-GCM) for one row: in another row, or under another key's name, it does not open.
 * @param row what tells the row from all others
 * @throws where there is no key
 */
export function sealRow(text: string, row: string, [key]: readonly SealKey[]): Sealed {
  if (!key) throw new Error("there is no key for sensitive answers");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(bound(row, key.id));
  const sealed = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
  return { keyId: key.id, sealed: Buffer.concat([iv, cipher.getAuthTag(), sealed]) };
}

/** @returns null where its key is not among these, it is another row's, or it was changed */
export function openRow({ keyId, sealed }: Sealed, row: string, keys: readonly SealKey[]): string | null {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return null;
  const bytes = Buffer.from(sealed);
  const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)];
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, iv, { authTagLength: tagBytes });
    decipher.setAAD(bound(row, keyId)).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return text.toString("utf8").trimEnd();
  } catch {
    return null;
  }
}

const bound = (row: string, keyId: string) => Buffer.from(`${keyId} ${row}`);

/** Spaces behind it: the text is JSON, which ends in none. */
function padded(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(stepBytes - (bytes.length % stepBytes), " ")]);
}
