import type { Locale } from "#app/i18n/locales.ts";
import type { Reader } from "#app/messages/readers.queries.ts";
import { personWords } from "#app/people/names.ts";
import { spellingsOf, wordsOf } from "#app/tables/search.ts";
import type { Id } from "#db/id.ts";

/** So many names can be looked through in one field; others are searched for. */
export const mostOffered = 50;

/** For whom somebody wants to see a message: whom they chose, and what they typed of a name. */
export type SoughtReader = { chosen: Id<"enrolment"> | null; words: string };

/**
 * For whom a message is shown, and who is offered beside them. Whoever is typed for comes before whoever was chosen;
 * where nobody is asked for, it is somebody who does not get their own language.
 */
export function readerChoice(readers: readonly Reader[], written: readonly Locale[], { chosen, words }: SoughtReader) {
  const typed = wordsOf(words);
  const found = typed.length ? readers.filter((reader) => hasAll(reader, typed)) : readers;
  const among = found.length ? found : readers;
  const shown =
    among.find(({ enrolmentId }) => enrolmentId === chosen) ??
    (typed.length && found.length ? found[0] : firstMissing(readers, written));
  const offered = among.slice(0, mostOffered);
  return {
    shown,
    offered: shown && !offered.includes(shown) ? [shown, ...offered.slice(1)] : offered,
    isFound: found.length > 0,
  };
}

/** Whether the beginnings of a person's names have all that was typed. */
function hasAll(reader: Reader, typed: readonly string[]): boolean {
  const own = personWords(reader);
  return typed.every((word) => spellingsOf(word).some((spelling) => own.some((begin) => begin.startsWith(spelling))));
}

const firstMissing = (readers: readonly Reader[], written: readonly Locale[]) =>
  readers.find(({ locale }) => !written.includes(locale)) ?? readers[0];
