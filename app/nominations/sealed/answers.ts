import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import { readKeys } from "#app/settings/answer-keys.ts";
import type { Id } from "#db/id.ts";
import { openRow, type Sealed, sealKey, sealRow } from "./cipher.ts";

/** Answers of one part of a form, by the keys of its questions. */
export type PartAnswers = Readonly<Record<string, string>>;

/** Which part of whose application: a row of the table, and no other one. */
export type SealedPart = { applicationId: Id<"application">; section: string };

const keysOf = (keys: AnswerKeys) => readKeys(keys).map(sealKey);
const rowOf = ({ applicationId, section }: SealedPart) => `sealed_answer ${applicationId} ${section}`;

export const sealAnswers = (answers: PartAnswers, part: SealedPart, keys: AnswerKeys): Sealed =>
  sealRow(JSON.stringify(answers), rowOf(part), keysOf(keys));

/** @returns null where they cannot be opened here: their key is missing, or the row is not as it was */
export function openAnswers(sealed: Sealed, part: SealedPart, keys: AnswerKeys): PartAnswers | null {
  const text = openRow(sealed, rowOf(part), keysOf(keys));
  return text === null ? null : (JSON.parse(text) as PartAnswers);
}

/** The name of the key that seals now. */
export const currentKey = (keys: AnswerKeys): string | undefined => keysOf(keys)[0]?.id;
