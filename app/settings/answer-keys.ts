import { readFileSync } from "node:fs";

/** Where the keys of sensitive answers are: in a variable, or in a file that is read each time, so that it may change. */
export type AnswerKeys = { texts: readonly string[] } | { file: string };

/** A key is so many characters at least. */
export const keyLength = 32;

/** The first one seals; those behind it still open what they have sealed. */
export const splitKeys = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** @throws where the file is gone */
export const readKeys = (keys: AnswerKeys): readonly string[] =>
  "texts" in keys ? keys.texts : splitKeys(readFileSync(keys.file, "utf8"));
