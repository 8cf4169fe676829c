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

/** Longest text in which a number is looked for: a whole address, or a line of a letter. */
export const longestTyped = 200;

/**
 * What somebody typed, scanned or pasted → the form that is stored. Width, spaces and dashes do not matter. What stands
 * around it does not either: a label, quotes, a full stop, an address with all its parts.
 * @returns null where it cannot be a number
 */
export function normaliseNumber(typed: string): string | null {
  for (const run of runsOf(typed)) {
    const [, code, sequence, end = ""] = /^([A-Z0-9]+(?:-[A-Z0-9]+)*)-(\d{4,})-?([0-9A-Z-]{26,32})$/.exec(run) ?? [];
    // letters that look like digits are digits here
    const secret = end.replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
    if (secret.length === secretLength) return `${code}-${sequence}-${secret}`;
  }
  return null;
}

/** Whether a number begins here whose end is missing, as of the short number that certificates print large. */
export function isCutShort(typed: string): boolean {
  const begins = /^[A-Z0-9]+(?:-[A-Z0-9]+)*-\d{4,}(?:-[0-9A-Z-]{0,25})?$/;
  return !normaliseNumber(typed) && runsOf(typed).some((run) => begins.test(run));
}

/** Each beginning is tried with each end. */
const mostWords = 24;

/** Words, and words that follow each other read as one: spaces may break a number. The likeliest come first. */
function runsOf(typed: string): string[] {
  const words = wordsOf(typed);
  const starts = [...words.keys()].filter((start) => !words[start - 1]?.endsWith("-"));
  const { letters = [], digits = [] } = Object.groupBy(starts, (start) =>
    /^[A-Z]/.test(words[start] ?? "") ? "letters" : "digits",
  );
  const joined = (start: number) => words.slice(start).map((_, more) => words.slice(start, start + more + 1).join(""));
  return [
    ...starts.flatMap((start) => words[start] ?? []),
    // of two words that could begin a number with a letter, the first belongs to a label before it
    ...letters.reverse().flatMap(joined),
    ...digits.flatMap(joined),
  ];
}

const wordsOf = (typed: string) =>
  typed
    .slice(0, longestTyped)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\u200b/g, "")
    .replace(/[‐‑‒–—−ー]/g, "-")
    .split(/[^A-Z0-9-]+/)
    .filter(Boolean)
    .slice(0, mostWords);

/** Of an address such as `…/MJ-2017-01-0001-…/replacement`; what can be no number finds nothing. */
export const numberOfAddress = (number: string | undefined): string =>
  /^[A-Z0-9-]{1,120}$/.test(number ?? "") ? (number as string) : "-";
