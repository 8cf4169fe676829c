import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that tests look at our work with, and the Debian packages that bring them. */
export const tools = {
  chromium: { names: ["chromium", "chromium-browser", "google-chrome"], packages: ["chromium", "fonts-noto-cjk"] },
  qpdf: { names: ["qpdf"], packages: ["qpdf"] },
  pdftotext: { names: ["pdftotext"], packages: ["poppler-utils"] },
  khal: { names: ["khal"], packages: ["khal", "python3-icalendar"] },
  zbarimg: { names: ["zbarimg"], packages: ["zbar-tools"] },
};
export type Tool = keyof typeof tools;

/** Where a program is, or null: `test.skipIf(!findTool("qpdf"))`. */
export function findTool(tool: Tool): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return tools[tool].names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
