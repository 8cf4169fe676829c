import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Locale } from "#app/i18n/locales.ts";
import { type ListPlace, readPage, totalUpTo } from "#app/tables/key-paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { listMeeting, type PersonCondition, sortColumn } from "./found.queries.ts";

const pageSize = 25;
/** So many are counted, and sorted once they have been found. */
const most = 1_000;

export type ByName<Table extends "person" | "account"> = {
  place: ListPlace<Table>;
  locale: Locale;
  /** How many are read at once. */
  size?: number;
};

type Listing<Table extends "person" | "account"> = ByName<Table> & {
  /** What was typed. */
  words: readonly PersonCondition[];
  /** What else people have to meet. */
  others: readonly PersonCondition[];
  /** The ids of some of everybody, where nothing is asked. */
  everybody: (most: number) => Promise<{ id: Id<"person"> }[]>;
  /** A row a person, whose id is `rowId`: read along the names, or where its people are known. */
  rows: (read: "along names" | "of these") => SelectQueryBuilder<Schema, "person", object>;
  rowId: `${Table}.id`;
  /** Where a row stands: undefined where it is gone, or nobody here may know. */
  findKey: (id: Id<Table>) => Promise<{ sortedBy: string; personId: Id<"person"> } | undefined>;
};

/**
 * A page of the ids of a list of people by family name. Of very many whom words find, a thousand are listed: another
 * word finds the others.
 */
export async function listByName<Table extends "person" | "account">(db: Reader, listing: Listing<Table>) {
  const { words, others, place, locale, size = pageSize, findKey } = listing;
  const conditions = [...words, ...others];
  const found = conditions.length ? await listMeeting(db, conditions, most + 1) : await idsOf(listing.everybody);
  // those of a long list without words stand anywhere in the order of names: it is read along that
  const isSorted = words.length > 0 || (others.length > 0 && found.length <= most);
  const within = isSorted ? ofThese(listing, found.slice(0, most)) : alongNames(listing, conditions);
  const page = await readPage(place, size, {
    findKey,
    read: (from, limit) => {
      const [direction, side] = from?.isBack ? (["desc", "<"] as const) : (["asc", ">"] as const);
      // the ids alone: a database carries along what it sorts
      return within
        .$if(from !== null, (query) =>
          query.where(
            sql<SqlBool>`(${sql.ref(sortColumn(locale))}, person.id) ${sql.raw(side)}
              (${from?.key.sortedBy}, ${from?.key.personId})`,
          ),
        )
        .select(sql.ref<Id<Table>>(listing.rowId).as("id"))
        .orderBy(sortColumn(locale), direction)
        .orderBy("person.id", direction)
        .limit(limit)
        .execute();
    },
  });
  const { rows, ...neighbours } = page;
  const total = totalUpTo(found.length, most);
  return { ids: rows.map(({ id }) => id), ...neighbours, total, isPart: words.length > 0 && total.isMore };
}

/** One more than are counted: then there are more. */
const idsOf = async (everybody: Listing<"person">["everybody"]) => (await everybody(most + 1)).map(({ id }) => id);

const ofThese = ({ rows }: Pick<Listing<"person">, "rows">, people: Id<"person">[]) =>
  rows("of these").where((eb) => (people.length ? eb("person.id", "in", people) : eb.lit(false)));

const alongNames = ({ rows }: Pick<Listing<"person">, "rows">, conditions: readonly PersonCondition[]) =>
  rows("along names").where((eb) =>
    eb.and(conditions.map(({ isMet }) => isMet(eb as never, eb.ref("person.id") as never))),
  );
