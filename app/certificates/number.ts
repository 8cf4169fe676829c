/** Crockford's base 32: no I, L, O or U, so that nothing is misread from paper. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretLength = 26;

/** 128 random bits as 26 characters. */
export function secretOf(bytes: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`);
  let text = "";
  for (let position = 0; position < secretLength; position += 1) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** `MJ-2026-03-0007-7K2M9QXW4T8RD3VHJ6NPB5YCZF`: what people read, then what cannot be guessed. */
export const certificateNumber = (workshopCode: string, sequence: number, secret: string) =>
  `${workshopCode}-${String(sequence).padStart(4, "0")}-${secret}`;

/** The short part, for tables: `MJ-2026-03-0007`. */
export const readablePart = (number: string) => number.slice(0, -secretLength - 1);

/**
 * What somebody typed or scanned → the form that is stored. Width and spaces do not matter, and a whole address counts
 * as its number.
 * @returns null where it cannot be a number
 */
export function normaliseNumber(typed: string): string | null {
  const text = typed
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u200b]/g, "")
    .replace(/^.*\//, "")
    .replace(/[‐‑‒–—−ー]/g, "-");
  const found = /^([A-Z0-9]+(?:-[A-Z0-9]+)*)-(\d{4,})-?([0-9A-Z-]{26,32})$/.exec(text);
  const secret = found?.[3]?.replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return found && secret?.length === secretLength ? `${found[1]}-${found[2]}-${secret}` : null;
}
