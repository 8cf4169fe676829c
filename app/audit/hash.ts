import { hash } from "node:crypto";
import type { Instant } from "#app/time/instant.ts";

type Chained = {
  seq: number;
  at: Instant;
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: string;
  previousHash: string;
};

/** SHA-256, base64url, over the entry's fields in a fixed order and the hash of the entry before. */
export function auditHash({
  seq,
  at,
  accountId,
  action,
  subjectKind,
  subjectId,
  details,
  previousHash,
}: Chained): string {
  const text = JSON.stringify([seq, at, accountId, action, subjectKind, subjectId, details, previousHash]);
  return hash("sha256", text, "base64url");
}
