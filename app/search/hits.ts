import type { AccountState } from "#app/accounts/rules.ts";
import type { CertificateStatus } from "#app/certificates/validity/validity.rules.ts";
import { type FoundPart, markFound } from "#app/tables/matches.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { GroupName } from "./ranking.rules.ts";

/** A text with what was looked for marked in it; `lang` where it is not the page's. */
export type MarkedWords = { parts: FoundPart[]; lang?: string };

/** Something that a search has found, and where it leads. */
export type Hit = {
  key: string;
  to: string;
  /** Stands before the title. */
  code: MarkedWords | null;
  title: MarkedWords;
  /** Below the title, one beside the other. */
  notes: MarkedWords[];
  /** Further places: the workshops of a person. */
  links: { text: string; to: string }[];
  badge:
    | { of: "workshop"; state: WorkshopState }
    | { of: "certificate"; state: CertificateStatus }
    | { of: "account"; state: AccountState }
    | null;
  /** What it is called, in every script: the best group is told by it. */
  knownBy: string[];
};

export type Group = {
  name: GroupName;
  /** Beyond a number that is worth counting it only says that there are more. */
  total: { count: number; isMore: boolean };
  hits: Hit[];
  /** The list that has them all; null where all that can be shown is shown. */
  all: string | null;
};

/** A group in which nothing was found is none. */
export const foundGroup = (group: Group): Group[] => (group.hits.length ? [group] : []);

/** Marks what was looked for, in one language or another. */
export const marking = (words: readonly string[]) => ({
  text: (text: string, lang?: string): MarkedWords => ({ parts: markFound(text, words), lang }),
  localised: ({ text, lang }: Localised): MarkedWords => ({ parts: markFound(text, words), lang }),
});
type Marking = ReturnType<typeof marking>;

/** So many results of a group stand beside those of others, where more of them can be seen. */
export const shownAtOnce = 5;
/** And so many where the group is shown alone: more words find fewer. */
export const shownAlone = 50;

/** Of whoever searches, and for what. */
export type Searching = Pick<Reading, "db" | "actor" | "locale" | "t" | "at"> & {
  typed: string;
  /** Without polite forms. */
  q: string;
  /** Folded. */
  words: string[];
  mark: Marking;
  /** This group alone, with more of its results. */
  only: GroupName | null;
};
