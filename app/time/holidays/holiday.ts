import type { LocalDate } from "#app/time/wall-time.ts";

/** A day on which people of a country are off. `app/i18n/holiday-name.ts` says its name. */
export type Holiday = {
  on: LocalDate;
  name: HolidayName;
  /** Off in the place of the holiday of that name, which fell on a Sunday (振替休日). */
  isSubstitute: boolean;
  /** `public`: by law. `advice`: most offices are closed in practice. */
  kind: "public" | "advice";
};

/** Ends the key of a text: `holiday.marine` of `locales/{es,ja,en}/common.json`. */
export type HolidayName = "newYear" | "constitution" | MexicanName | JapaneseName;

type MexicanName =
  | "juarez"
  | "holyThursday"
  | "goodFriday"
  | "labour"
  | "independence"
  | "transfer"
  | "revolution"
  | "christmas";

type JapaneseName =
  | "comingOfAge"
  | "foundation"
  | "emperor"
  | "vernal"
  | "showa"
  | "accession"
  | "greenery"
  | "children"
  | "marine"
  | "mountain"
  | "obon"
  | "aged"
  | "citizens"
  | "autumnal"
  | "healthSports"
  | "sports"
  | "enthronement"
  | "culture"
  | "thanksgiving"
  | "yearEnd";
