/**
 * A decimal number as people of the three languages type it, `1,250.5` or `１２５０．５`, as a whole number of its
 * smallest parts: 125050 with two digits. Nothing is rounded: more digits than these make it null, as do other signs.
 */
export function readDecimal(typed: string, digits: number): number | null {
  const text = typed.normalize("NFKC").replace(/[\u2212\u2010-\u2015]/, "-");
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!parts) return null;
  const [, sign = "", whole = "", fraction = ""] = parts;
  if (fraction.length > digits) return null;
  const value = Number(`${whole.replaceAll(",", "")}${fraction.padEnd(digits, "0")}`);
  return Number.isSafeInteger(value) && value <= mostParts ? (sign && value ? -value : value) : null;
}

/** What a column of whole numbers holds on both databases. */
export const mostParts = 1_999_999_999;

/** The same as a field shows it: without commas, and without zeros that say nothing. */
export function writeDecimal(parts: number, digits: number): string {
  const text = String(Math.abs(parts)).padStart(digits + 1, "0");
  const [whole, fraction] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  const shown = fraction.replace(/0+$/, "");
  return `${parts < 0 ? "-" : ""}${whole}${shown ? `.${shown}` : ""}`;
}
