import type { Fields } from "#app/web/fields.ts";
import type { Id } from "#db/id.ts";
import type { KeptFormTable } from "#db/schema.ts";
import { seal, unseal } from "./seal.ts";

/** What was sent, as it is kept. */
type KeptContent = {
  /** Where it was sent to, whatever the language. */
  page: string;
  /** The request's, by which its answer would be found. */
  name: string | null;
  /** As typed, with the form's key. */
  values: Fields;
};

/** More than any form of ours may send. */
const mostBytes = 2_000_000;

type Owner = { id: Id<"keptForm">; accountId: Id<"account"> };

/** @returns null where it is too much */
export function sealContent(content: KeptContent, owner: Owner, secret: string): Uint8Array | null {
  const text = JSON.stringify(content);
  return Buffer.byteLength(text) > mostBytes ? null : seal(text, nameOf(owner), secret);
}

/** @returns null where it is somebody else's, or the secret has changed */
export function openContent(sealed: KeptFormTable["sealed"], owner: Owner, secret: string): KeptContent | null {
  const text = unseal(sealed, nameOf(owner), secret);
  return text === null ? null : (JSON.parse(text) as KeptContent);
}

const nameOf = ({ id, accountId }: Owner) => `${id} ${accountId}`;
