import { queryChoice, queryText } from "#app/web/search-params.ts";
import { letterState, letterStates, listedKinds } from "./letter-state.rules.ts";
import type { listLetters } from "./letters.queries.ts";

export type LetterRow = ReturnType<typeof letterRow>;

/** Which letters the address asks for. */
export const readLetterFilter = (url: URL) => ({
  kind: queryChoice(url, "kind", listedKinds),
  state: queryChoice(url, "state", letterStates),
  person: queryText(url, "q"),
});

export const letterRow = (letter: Awaited<ReturnType<typeof listLetters>>["rows"][number]) => ({
  id: letter.id,
  to: letter.toAddress,
  subject: letter.subject,
  language: letter.locale,
  kind: listedKinds.find((kind) => kind === letter.kind) ?? null,
  composedAt: letter.composedAt,
  state: letterState(letter),
  messageId: letter.messageId,
});
