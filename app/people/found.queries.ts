import type { Expression } from "kysely";
import type { Locale } from "#app/i18n/locales.ts";
import { beginsWith } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The people of whose names one has such a word: each as often as such words are in it. */
export const namesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("personWord").where((row) => beginsWith(row.ref("personWord.word"), typed));

/** Those words of one person: there are some where they are found so. */
export const namesOf = (db: Reader, personId: Expression<Id<"person">>, typed: string) =>
  namesBeginning(db, typed).select("personWord.word").where("personWord.personId", "=", personId);

/** The column by which readers of a language find people in order. */
export const sortColumn = (locale: Locale) => (locale === "ja" ? "person.sortReading" : "person.sortName");
