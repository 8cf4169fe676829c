import { hash } from "node:crypto";
import { decrypt, encrypt, keyFor } from "#app/settings/encryption.ts";

/** How long an answer is, nobody sees to the byte: not even whether there is one. */
const stepBytes = 512;

/** A key, and the name under which rows refer to it. */
type SealKey = { id: string; bytes: Uint8Array };

/** @param text a secret of 32 characters or more; the name says nothing of it */
export const sealKey = (text: string): SealKey => ({
  id: hash("sha256", `puente sealed answers ${text}`, "hex").slice(0, 16),
  bytes: keyFor("puente sealed answers", text),
});

export type Sealed = { keyId: string; sealed: Uint8Array };

/**
 * Encrypts a text for one row: in another row, or under another key's name, it does not open.
 * @param row what tells the row from all others
 * @throws where there is no key
 */
export function sealRow(text: string, row: string, [key]: readonly SealKey[]): Sealed {
  if (!key) throw new Error("there is no key for sensitive answers");
  return { keyId: key.id, sealed: encrypt(padded(text), bound(row, key.id), key.bytes) };
}

/** @returns null where its key is not among these, it is another row's, or it was changed */
export function openRow({ keyId, sealed }: Sealed, row: string, keys: readonly SealKey[]): string | null {
  const key = keys.find(({ id }) => id === keyId);
  return key ? (decrypt(sealed, bound(row, keyId), key.bytes)?.trimEnd() ?? null) : null;
}

const bound = (row: string, keyId: string) => `${keyId} ${row}`;

/** Spaces behind it: the text is JSON, which ends in none. */
function padded(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(stepBytes - (bytes.length % stepBytes), " ")]);
}
