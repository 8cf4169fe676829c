import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** The keys of sensitive answers: from a variable, or in a file that is read each time, so that it may change. */
export type AnswerKeys = { texts: readonly string[] } | { file: string };

/** A key is so many characters at least. */
export const keyLength = 32;

/** The first one seals; those behind it still open what they have sealed. */
export const splitKeys = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** @throws where the file is gone */
export const readKeys = (keys: AnswerKeys): readonly string[] =>
  "texts" in keys ? keys.texts : splitKeys(readFileSync(keys.file, "utf8"));

/** Puts a new key before those of the file: it seals from now on. */
export const addKey = (file: string): void =>
  writeKeys(file, [randomBytes(32).toString("base64url"), ...readKeys({ file })]);

/** Only the first one stays: what others have sealed does not open any more. */
export const keepFirstKey = (file: string): void => writeKeys(file, readKeys({ file }).slice(0, 1));

/** The file is whole at any moment: whoever reads it meanwhile reads the former one. */
function writeKeys(file: string, keys: readonly string[]): void {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, `${keys.join("\n")}\n`, { mode: 0o600, flag: "wx", flush: true });
  renameSync(draft, file);
}
