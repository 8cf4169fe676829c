/** What one row holds: smaller ones are written slower, larger ones hold others up for longer. */
export const portionBytes = 262_144;

/** Whatever comes, in portions of one size; the last one is what is left. */
export async function* portioned(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source) {
    held.push(piece);
    bytes += piece.byteLength;
    if (bytes < portionBytes) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; all.length - at >= portionBytes; at += portionBytes) yield all.subarray(at, at + portionBytes);
    held = [all.subarray(at)];
    bytes = all.length - at;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

let last: Promise<void> = Promise.resolve();

/**
 * One portion at each turn of the event loop, whoever it belongs to: twenty uploads at once would otherwise hold
 * everybody up for the time of twenty commits.
 */
export function turn(): Promise<void> {
  last = last.then(() => new Promise((done) => setImmediate(done)));
  return last;
}
