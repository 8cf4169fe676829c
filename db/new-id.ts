import { randomBytes } from "node:crypto";

let lastMs = 0;
let sequence = 0;

/** UUID version 7 (RFC 9562): sorts by the time it was made; a 12-bit counter keeps the order within a millisecond. */
export function newId(): string {
  const ms = nextMillisecond();
  const random = randomBytes(8);
  random[0] = ((random[0] as number) & 0x3f) | 0x80;
  const hex = `${ms.toString(16).padStart(12, "0")}7${sequence.toString(16).padStart(3, "0")}${random.toString("hex")}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
