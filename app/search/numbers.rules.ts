/** What can be the beginning of a certificate's number, and the codes of workshops with which it may begin. */
export type NumberBeginning = { beginning: string; codes: string[] };

/**
 * `MJ-2026-03-00` begins numbers of the workshop MJ-2026-03. Width, case and the kind of dash do not matter.
 * @returns null for what begins none: a number goes on behind the code
 */
export function numberBeginning(typed: string): NumberBeginning | null {
  const text = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[‐‑‒–—−ー]/g, "-")
    .replace(/\s+/g, "");
  if (!/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(text) || text.length > longest) return null;
  const parts = text.split("-");
  const codes = parts.flatMap((_, place) =>
    /^\d+$/.test(parts[place + 1] ?? "") ? [parts.slice(0, place + 1).join("-")] : [],
  );
  return codes.length ? { beginning: text, codes } : null;
}

/** Longer than any number. */
const longest = 80;
