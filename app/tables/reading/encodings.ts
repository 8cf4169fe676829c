import { fluencyOf } from "./fluency.ts";

/** What texts of lists are written in, by their WHATWG names; `shift_jis` is Windows' own kind, with ① and 髙. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "iso-2022-jp",
  "shift_jis",
  "windows-1252",
  "euc-jp",
  "macintosh",
] as const;
export type Encoding = (typeof encodings)[number];

/** As programs that write them call them, in every language. */
export const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "iso-2022-jp": "ISO-2022-JP",
  shift_jis: "Shift_JIS",
  "windows-1252": "Windows-1252",
  "euc-jp": "EUC-JP",
  macintosh: "Mac OS Roman",
};

/** Those in which any bytes are text, more or less: only reading tells which it is. */
const doubtful = ["shift_jis", "windows-1252", "euc-jp", "macintosh"] as const;

/** As much is read to tell them apart. */
const judgedBytes = 100_000;
/** Below it, or where another comes so near, somebody is asked. */
const fluent = 0.85;
const near = 0.35;

/** @returns what a text is written in; several where somebody has to look; none where it is no text */
export function encodingsOf(bytes: Uint8Array): Encoding[] {
  const certain = certainEncoding(bytes);
  if (certain) return decoded(bytes, certain) === null ? [] : [certain];
  if (bytes.subarray(0, 4_096).includes(0)) return [];
  if (decoded(bytes, "utf-8") !== null) return ["utf-8"];
  const judged = doubtful
    .flatMap((encoding) => {
      if (decoded(bytes, encoding) === null) return [];
      // the cut may fall within a sign
      const text = new TextDecoder(encoding).decode(bytes.subarray(0, judgedBytes));
      return [{ encoding, fluency: fluencyOf(text, encoding) }];
    })
    .sort((one, other) => other.fluency - one.fluency);
  const [first, second] = judged;
  if (!first) return [];
  if (first.fluency >= fluent && (second?.fluency ?? 0) <= first.fluency - near) return [first.encoding];
  return judged
    .filter(({ fluency }) => fluency > 0.5 || fluency > first.fluency - near)
    .map(({ encoding }) => encoding);
}

/** The text, or null where the bytes are none in this encoding. A mark at its beginning is left out. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By a mark, by the zeros that stand beside ASCII, or by the escapes of a text of seven bits. */
function certainEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4_096);
  let [even, odd] = [0, 0];
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2) odd += 1;
    else even += 1;
  });
  if (odd > 3 && odd > even * 4) return "utf-16le";
  if (even > 3 && even > odd * 4) return "utf-16be";
  return head.includes(0x1b) && bytes.every((byte) => byte < 0x80) ? "iso-2022-jp" : null;
}
