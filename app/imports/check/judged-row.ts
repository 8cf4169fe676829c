import type { NewRow } from "#app/imports/commands.ts";
import type { Words } from "#app/imports/layout/words.ts";
import { findMatch, isLike, type Known, type Match, type MatchingIndex } from "#app/people/matching/matching.rules.ts";

import type { Id } from "#db/id.ts";
import { differingFields, type StoredPerson } from "./differences.ts";
import { recognisedRow } from "./known-people.ts";
import type { ListRow } from "./read-list.ts";
import { completed } from "./row-facts.ts";

type PersonId = Id<"person">;
type People = { index: MatchingIndex<PersonId>; people: ReadonlyMap<string, Known<PersonId>> };
type RowMatch = Match<PersonId> | { verdict: "same"; id: PersonId; by: "record" };

/** Whom a row means. Of a record that has another's name it is asked all the same. */
export function matchOf({ facts, record }: ListRow, { index, people }: People): RowMatch {
  const row = recognisedRow(facts);
  const known = people.get(record);
  if (!known) return findMatch(index, row);
  return isLike(known, row) ? { verdict: "same", id: known.id, by: "record" } : { verdict: "ask", ids: [known.id] };
}

type Judging = {
  /** Null where the row has errors. */
  match: RowMatch | null;
  /** Whoever is meant; null where they are gone. */
  stored: StoredPerson | null;
  hasAccount: boolean;
  words: Words;
};

/** What would come of a row. */
export function judgedRow({ facts, errors, line }: ListRow, number: number, judging: Judging): NewRow {
  const { match, stored, hasAccount, words } = judging;
  const row = { number, line, facts, errors, matchedBy: null, candidates: [], personId: null, seen: null };
  if (match === null) return { ...row, outcome: "wrong" };
  if (match.verdict === "ask") return { ...row, outcome: "asked", candidates: match.ids };
  if (match.verdict === "none" || !stored) return { ...row, facts: completed(facts, words), outcome: "new" };
  const outcome = differingFields(facts, stored, hasAccount).length > 0 ? "changed" : "same";
  return { ...row, outcome, matchedBy: match.by, personId: match.id, seen: JSON.stringify(stored) };
}
