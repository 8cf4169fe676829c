import { randomUUID } from "node:crypto";
import { asId, type Id } from "./id.ts";

let lastMs = 0;
let sequence = 0;

/** UUID version 7 (RFC 9562): sorts by the time it was made; a 12-bit counter keeps the order within a millisecond. */
export function newId<Table extends string>(): Id<Table> {
  const ms = nextMillisecond().toString(16).padStart(12, "0");
  // a random UUID ends as this version does: its variant, then 62 random bits
  const counter = sequence.toString(16).padStart(3, "0");
  return asId<Table>(`${ms.slice(0, 8)}-${ms.slice(8)}-7${counter}-${randomUUID().slice(19)}`);
}

function nextMillisecond(): number {
  const ms = Date.now();
  if (ms > lastMs) {
    sequence = 0;
    lastMs = ms;
  } else if (++sequence > 0xfff) {
    sequence = 0;
    lastMs += 1;
  }
  return lastMs;
}
