import { decrypt, encrypt, keyFor } from "#app/settings/encryption.ts";

const keyOf = (secret: string) => keyFor("puente kept form", secret);

/**
 * Encrypts a text: a copy of the database does not tell what was typed.
 * @param owner whose it is; for anybody else it does not open
 */
export const seal = (text: string, owner: string, secret: string): Uint8Array =>
  encrypt(Buffer.from(text), owner, keyOf(secret));

/** @returns null where it was sealed for somebody else or with another secret, or has been changed */
export const unseal = (sealed: Uint8Array, owner: string, secret: string): string | null =>
  decrypt(sealed, owner, keyOf(secret));
