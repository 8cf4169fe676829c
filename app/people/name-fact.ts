import type { ShownName } from "./names.ts";

/** A name as a list has it, with its language where that is known. */
export const nameFact = ({ name, isJapanese }: ShownName): { text: string; lang: "ja" | undefined } => ({
  text: name,
  lang: isJapanese ? "ja" : undefined,
});
