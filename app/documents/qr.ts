import { encodeQR } from "qr";

/** Share of the symbol that may be damaged and still reads: 7, 15, 25 or 30%. */
type QrCorrection = "low" | "medium" | "quartile" | "high";

interface QrPath {
  /** SVG path data in modules, its origin at the corner of the quiet zone. */
  path: string;
  /** Side of the square in modules, quiet zone included. */
  modules: number;
}

/** ISO/IEC 18004 asks for four light modules on every side. */
const quietZoneModules = 4;

/**
 * A QR code as one filled path, sharp at every size and small in a PDF.
 * Digits, capitals, space and `$%*+-./:` are packed denser than other text: write addresses in capitals.
 * Throws where the text doesn't fit the largest symbol.
 */
export function qrPath(text: string, correction: QrCorrection = "medium"): QrPath {
  const rows = encodeQR(text, "raw", { ecc: correction, border: quietZoneModules });
  return { path: rows.map(rowPath).join(""), modules: rows.length };
}

/** The path of `qrPath` as a whole SVG image with a transparent background. `colour` is any SVG colour. */
export function qrSvg(
  text: string,
  { correction, colour = "#000" }: { correction?: QrCorrection; colour?: string } = {},
): string {
  const { path, modules } = qrPath(text, correction);
  const box = `0 0 ${modules} ${modules}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="${colour}" d="${path}"/></svg>`;
}

function rowPath(row: boolean[], y: number): string {
  const runs = row
    .map((dark) => (dark ? "1" : "0"))
    .join("")
    .matchAll(/1+/g);
  return [...runs].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join("");
}
