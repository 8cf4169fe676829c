import { type SelectQueryBuilder, sql } from "kysely";
import type { RowError, RowFacts } from "#app/imports/check/row-facts.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { type Counts, newPerson, type RowGroup } from "./rules.ts";

const rowColumns = [
  "number",
  "line",
  "outcome",
  "facts",
  "errors",
  "matchedBy",
  "candidates",
  "choice",
  "personId",
  "seen",
  "isAdded",
  "isListed",
  "before",
] as const;

export type ImportRow = {
  number: number;
  line: number;
  outcome: Schema["peopleImportRow"]["outcome"];
  facts: RowFacts;
  errors: RowError[];
  matchedBy: "email" | "name" | "record" | null;
  candidates: Id<"person">[];
  choice: string | null;
  personId: Id<"person"> | null;
  seen: string | null;
  isAdded: boolean;
  isListed: boolean;
  before: string | null;
};

type StoredRow = Omit<ImportRow, "facts" | "errors" | "candidates"> & {
  facts: string;
  errors: string;
  candidates: string;
};

const rowOf = ({ facts, errors, candidates, ...row }: StoredRow): ImportRow => ({
  ...row,
  facts: JSON.parse(facts) as RowFacts,
  errors: JSON.parse(errors) as RowError[],
  candidates: JSON.parse(candidates) as Id<"person">[],
});

/** The rows from a number on, in their order. */
export async function listRowsFrom(db: Reader, importId: Id<"peopleImport">, from: number, limit: number) {
  const rows = await db
    .selectFrom("peopleImportRow")
    .select(rowColumns)
    .where("importId", "=", importId)
    .where("number", ">=", from)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map((row) => rowOf(row as StoredRow));
}

type RowPlace = { side: "after" | "before"; number: number } | null;

/** One row more than a page holds, from a place on; before a row they come in the opposite order. */
export async function listRowsOfGroup(
  db: Reader,
  importId: Id<"peopleImport">,
  { group, place, size }: { group: RowGroup; place: RowPlace; size: number },
) {
  const isBack = place?.side === "before";
  const rows = await ofGroup(db.selectFrom("peopleImportRow").select(rowColumns), group)
    .where("importId", "=", importId)
    .$if(place !== null, (query) => query.where("number", isBack ? "<" : ">", place?.number ?? 0))
    .orderBy("number", isBack ? "desc" : "asc")
    .limit(size + 1)
    .execute();
  return rows.map((row) => rowOf(row as StoredRow));
}

type RowQuery<Row> = SelectQueryBuilder<Schema, "peopleImportRow", Row>;

/** Who was recognised by name alone may be somebody else, and stands apart. */
function ofGroup<Row>(query: RowQuery<Row>, group: RowGroup): RowQuery<Row> {
  if (group === "asked" || group === "answered")
    return query.where("outcome", "=", "asked").where("choice", group === "asked" ? "is" : "is not", null);
  if (group === "byName") return query.where("outcome", "in", ["changed", "same"]).where("matchedBy", "=", "name");
  const rows = query.where("outcome", "=", group);
  return group === "changed" || group === "same" ? rows.where("matchedBy", "<>", "name") : rows;
}

export async function countRows(db: Reader, importId: Id<"peopleImport">): Promise<Counts> {
  const groups = await db
    .selectFrom("peopleImportRow")
    .select(["outcome", "matchedBy"])
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.count<number>("choice").as("decided")])
    .where("importId", "=", importId)
    .groupBy(["outcome", "matchedBy"])
    .execute();
  const none = { wrong: 0, asked: 0, byName: 0, answered: 0, new: 0, changed: 0, same: 0, total: 0 };
  const counts: Counts = { ...none, twice: await countMeantTwice(db, importId) };
  for (const { outcome, matchedBy, count, decided } of groups) {
    const isByName = matchedBy === "name" && (outcome === "changed" || outcome === "same");
    counts[isByName ? "byName" : outcome] += Number(count);
    counts.total += Number(count);
    if (outcome !== "asked") continue;
    counts.asked -= Number(decided);
    counts.answered += Number(decided);
  }
  return counts;
}

/** Whom a row means: as was answered, or as was recognised. Null for somebody new. */
const meant = sql<string | null>`case when outcome in ('changed', 'same', 'asked')
  then nullif(coalesce(choice, person_id), ${sql.lit(newPerson)}) end`;

/** So many of them are named at once. */
const mostTwice = 20;

/** People whom several rows mean: whoever imported these would change one person twice. */
const meantTwice = (db: Reader, importId: Id<"peopleImport">) =>
  db
    .selectFrom("peopleImportRow")
    .select(meant.as("personId"))
    .where("importId", "=", importId)
    .where(meant, "is not", null)
    .groupBy(meant)
    .having(({ fn }) => fn.countAll(), ">", 1);

async function countMeantTwice(db: Reader, importId: Id<"peopleImport">): Promise<number> {
  const { count } = await db
    .selectFrom(() => meantTwice(db, importId).as("twice"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of people whom several rows mean, the lines of these: of each together. */
export async function listMeantTwice(db: Reader, importId: Id<"peopleImport">): Promise<number[][]> {
  const twice = await meantTwice(db, importId)
    .orderBy(({ fn }) => fn.min("number"))
    .limit(mostTwice)
    .execute();
  if (!twice.length) return [];
  const ids = twice.map(({ personId }) => personId);
  const rows = await db
    .selectFrom("peopleImportRow")
    .select(["line", meant.as("personId")])
    .where("importId", "=", importId)
    .where(meant, "in", ids)
    .orderBy("number")
    .execute();
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].map((same) => same.map(({ line }) => line));
}

/** What came of it: how many were added, changed or left as they were, and how many are on the list by it. */
export async function countDone(db: Reader, importId: Id<"peopleImport">) {
  const row = await db
    .selectFrom("peopleImportRow")
    .select(({ fn }) => [
      fn.sum<number | null>("isAdded").as("added"),
      fn.count<number>("before").as("changed"),
      fn.sum<number | null>("isListed").as("listed"),
      fn.countAll<number>().as("rows"),
    ])
    .where("importId", "=", importId)
    .executeTakeFirstOrThrow();
  const [added, changed] = [Number(row.added ?? 0), Number(row.changed)];
  return { added, changed, left: Number(row.rows) - added - changed, listed: Number(row.listed ?? 0) };
}
