import { type ExpressionBuilder, sql } from "kysely";
import type { Locale } from "#app/i18n/locales.ts";
import { beginsWith } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";

/** Whether one of a person's names has a word that begins so. */
export const isNamed = (typed: string) => (eb: ExpressionBuilder<Schema, "person">) =>
  eb.exists(
    eb
      .selectFrom("personWord")
      .select(sql.lit(1).as("one"))
      .whereRef("personWord.personId", "=", "person.id")
      .where((row) => beginsWith(row.ref("personWord.word"), typed)),
  );

/** The people of whose names one has such a word: each as often as such words are in it. */
export const namesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("personWord").where((row) => beginsWith(row.ref("personWord.word"), typed));

/** The column by which readers of a language find people in order. */
export const sortColumn = (locale: Locale) => (locale === "ja" ? "person.sortReading" : "person.sortName");
