/** The part of a file that is asked for: its first and last byte, counted from 0. */
type ByteRange = { first: number; last: number };

type Asked = { range: string | null; ifRange: string | null; tag: string };

/**
 * What a request asks for of a file (RFC 9110). Several ranges, or what cannot be understood, ask for the whole.
 * So does a range of a file that has changed since: `If-Range` names the tag of the one that somebody has begun to get.
 * @returns null for the whole
 */
export function rangeOf({ range, ifRange, tag }: Asked, sizeBytes: number): ByteRange | "beyond" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if ((from === "" && to === "") || (ifRange !== null && ifRange !== tag)) return null;
  if (from === "")
    return Number(to) === 0 ? "beyond" : { first: Math.max(0, sizeBytes - Number(to)), last: sizeBytes - 1 };
  const [first, last] = [Number(from), to === "" ? sizeBytes - 1 : Math.min(sizeBytes - 1, Number(to))];
  if (first >= sizeBytes) return "beyond";
  return last < first ? null : { first, last };
}
