import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Locale } from "#app/i18n/locales.ts";
import { countedRows, countUpTo } from "#app/tables/count-up-to.queries.ts";
import { beginsWith, type Frequent, rarestFirst } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** The people of whose names one has such a word: each as often as such words are in it. */
export const namesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("personWord").where((row) => beginsWith(row.ref("personWord.word"), typed));

/** Those words of one person: there are some where they are found so. */
export const namesOf = (db: Reader, personId: Expression<Id<"person">>, typed: string) =>
  namesBeginning(db, typed).select("personWord.word").where("personWord.personId", "=", personId);

/** The people whose address has such a word. */
export const addressesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("addressWord").where((row) => beginsWith(row.ref("addressWord.word"), typed));

/** Those words of one person. */
export const addressesOf = (db: Reader, personId: Expression<Id<"person">>, typed: string) =>
  addressesBeginning(db, typed).select("addressWord.word").where("addressWord.personId", "=", personId);

/** The column by which readers of a language find people in order. */
export const sortColumn = (locale: Locale) => (locale === "ja" ? "person.sortReading" : "person.sortName");

/** Something that people must meet: those who do, and whether one does. */
export type PersonCondition = {
  matching: AliasableExpression<{ id: Id<"person"> }>;
  isMet: (eb: ExpressionBuilder<Schema, never>, personId: Expression<Id<"person">>) => Expression<SqlBool>;
};

/**
 * Who meets all conditions, of which there is at least one. It begins with the rarest. Where even that is met by very
 * many, some of them are looked at: no search looks at everybody. In an order, so that each page of a list is cut from
 * the same.
 */
export async function listMeeting(
  db: Reader,
  conditions: readonly PersonCondition[],
  most: number,
): Promise<Id<"person">[]> {
  const [first, ...others] = await rarestFirst(conditions, ({ matching }) => countUpTo(db, matching));
  return first ? (await meeting(db, first.condition, others).limit(most).execute()).map(({ id }) => id) : [];
}

const meeting = (db: Reader, { matching }: PersonCondition, others: Frequent<PersonCondition>[]) =>
  db
    .selectFrom(({ selectFrom }) =>
      selectFrom(() => matching.as("matching"))
        .select("id")
        .limit(countedRows)
        .as("candidate"),
    )
    .select("candidate.id")
    .distinct()
    .where((eb) =>
      eb.and(
        others.map(({ condition, count }) =>
          count < countedRows
            ? eb("candidate.id", "in", condition.matching as never)
            : condition.isMet(eb as never, eb.ref("candidate.id")),
        ),
      ),
    )
    .orderBy("candidate.id");
