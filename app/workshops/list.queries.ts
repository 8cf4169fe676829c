import type { ExpressionBuilder, SelectQueryBuilder } from "kysely";
import { countUpTo } from "#app/tables/count-up-to.queries.ts";
import { beginsWith, wordsOf } from "#app/tables/search.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { paging } from "#app/web/paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import {
  columns,
  isFinished,
  listWithTexts,
  named,
  type Sight,
  type StoredWorkshop,
  visible,
  type Workshop,
} from "./queries.ts";
import type { WorkshopState } from "./rules.ts";

export type CatalogueFilter = {
  q?: string;
  country?: string | null;
  programmeId?: Id<"programme"> | null;
  themeId?: Id<"theme">;
  state?: WorkshopState | null;
  page?: number;
  /** How many a page holds. */
  size?: number;
} & Days;
/** What is upcoming or past is so on a day. */
type Days = { when?: null; today?: LocalDate } | { when: "upcoming" | "past"; today: LocalDate };

/**
 * A page of workshops by date. Past ones come from the latest back. Without `when`, those not over come first, and then
 * those that are, from the latest back.
 */
export async function listWorkshops(db: Reader, sight: Sight, filter: CatalogueFilter) {
  const { size = 20 } = filter;
  const parts = await partsOf(db, sight, filter);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const { page, pages } = paging(total, size, filter.page ?? 1);
  const found: StoredWorkshop[] = [];
  let from = (page - 1) * size;
  for (const part of parts) {
    const left = size - found.length;
    if (left > 0 && from < part.total) found.push(...(await readRows(part, { from, size: left })));
    from = Math.max(0, from - part.total);
  }
  return { workshops: await listWithTexts(db, found, named), total, page, pages };
}

/** What everybody sees of a programme, from a day on. */
export async function listPublicOfProgramme(db: Reader, programmeId: Id<"programme">, from: LocalDate) {
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .where("workshop.programmeId", "=", programmeId)
    .where(visible("public"))
    .where("workshop.endsOn", ">=", from)
    .orderBy("workshop.startsOn")
    .orderBy("workshop.id")
    .execute();
  return listWithTexts(db, rows, named);
}

/** Of so many public workshops what their addresses need, from the latest back. */
export async function listPublicPages(db: Reader, most: number) {
  return db
    .selectFrom("workshop")
    .select(["workshop.code", "workshop.changedAt"])
    .where(visible("public"))
    .orderBy("workshop.startsOn", "desc")
    .orderBy("workshop.code")
    .limit(most)
    .execute();
}

/** The ids of all workshops that are found, in the order of the pages. */
export async function listWorkshopIds(db: Reader, sight: Sight, filter: CatalogueFilter): Promise<Id<"workshop">[]> {
  const ids: Id<"workshop">[] = [];
  for (const { rows, isBack } of await partsOf(db, sight, filter)) {
    const found = await ordered(rows, isBack).select("workshop.id").execute();
    ids.push(...found.map(({ id }) => id));
  }
  return ids;
}

async function partsOf(db: Reader, sight: Sight, filter: CatalogueFilter): Promise<Part[]> {
  const { matching } = await soughtWorkshops(db, sight, filter);
  return filter.when ? [{ ...(await count(matching)), isBack: filter.when === "past" }] : inParts(matching);
}

/** All that are held on one of these days, from the first to begin on. */
export async function listWorkshopsDuring(
  db: Reader,
  sight: Sight,
  { from, to }: { from: LocalDate; to: LocalDate },
  filter: Omit<CatalogueFilter, "when" | "today" | "page" | "size"> = {},
): Promise<Workshop[]> {
  const { matching } = await soughtWorkshops(db, sight, filter);
  const rows = await ordered(matching, false)
    .select(columns)
    .where("workshop.startsOn", "<=", to)
    .where("workshop.endsOn", ">=", from)
    .execute();
  return listWithTexts(db, rows, named);
}

/** How many a list would have on all its pages. */
export async function countListed(db: Reader, sight: Sight, filter: CatalogueFilter): Promise<number> {
  return (await count((await soughtWorkshops(db, sight, filter)).matching)).total;
}

/** In an object, because whoever awaits a query builder is refused. */
async function soughtWorkshops(db: Reader, sight: Sight, filter: CatalogueFilter): Promise<{ matching: Workshops }> {
  const words = await Promise.all(wordsOf(filter.q ?? "").map((word) => beginningWith(db, word, filter)));
  return { matching: matchingWorkshops(db, sight, filter).where((eb) => eb.and(words.map((isFound) => isFound(eb)))) };
}

type Workshops = SelectQueryBuilder<Schema, "workshop", object>;

const matchingWorkshops = (
  db: Reader,
  sight: Sight,
  { country, programmeId, themeId, state, when, today }: CatalogueFilter,
): Workshops =>
  db
    .selectFrom("workshop")
    .where(visible(sight))
    .$if(Boolean(country), (query) => query.where("workshop.country", "=", country as string))
    .$if(Boolean(programmeId), (query) => query.where("workshop.programmeId", "=", programmeId as Id<"programme">))
    .$if(Boolean(state), (query) => query.where("workshop.state", "=", state as WorkshopState))
    .$if(Boolean(themeId), (query) =>
      query.where("workshop.id", "in", (eb) =>
        eb
          .selectFrom("workshopTheme")
          .select("workshopTheme.workshopId")
          .where("themeId", "=", themeId as Id<"theme">),
      ),
    )
    .$if(when === "upcoming", (query) => query.where("workshop.endsOn", ">=", today as LocalDate))
    .$if(when === "past", (query) => query.where("workshop.endsOn", "<", today as LocalDate));

/** Some workshops in an order: how many, and the day on which the first of them begins. */
type Part = { rows: Workshops; total: number; first: LocalDate | null; isBack: boolean };

/** What is not over, from the next on, before what is, from the last back. */
async function inParts(matching: Workshops): Promise<Part[]> {
  const counts = await matching
    .select([isFinished.as("finished"), ({ fn }) => fn.countAll<number>().as("total")])
    .select(({ fn }) => fn.min("workshop.startsOn").as("first"))
    .groupBy(isFinished)
    .execute();
  return [0, 1].map((finished) => {
    const { total = 0, first = null } = counts.find((part) => part.finished === finished) ?? {};
    return { rows: matching.where(isFinished, "=", finished), total, first, isBack: finished === 1 };
  });
}

async function count(matching: Workshops): Promise<Omit<Part, "isBack">> {
  const counted = await matching
    .select(({ fn }) => [fn.countAll<number>().as("total"), fn.min("workshop.startsOn").as("first")])
    .executeTakeFirstOrThrow();
  return { rows: matching, ...counted };
}

/** The first day says nothing new, but where in the order of beginnings to begin. */
const readRows = ({ rows, first, isBack }: Part, { from, size }: { from: number; size: number }) =>
  ordered(rows, isBack)
    .select(columns)
    .$if(!isBack && first !== null, (query) => query.where("workshop.startsOn", ">=", first as LocalDate))
    .limit(size)
    .offset(from)
    .execute();

const ordered = (rows: Workshops, isBack: boolean) =>
  rows.orderBy("workshop.startsOn", isBack ? "desc" : "asc").orderBy("workshop.code");

/** So many workshops are listed by a word. */
const rareWord = 500;

/** Whether a workshop is found by the beginning of a word. */
async function beginningWith(db: Reader, typed: string, { when }: CatalogueFilter) {
  const having = db.selectFrom("workshopWord").where((row) => beginsWith(row.ref("workshopWord.word"), typed));
  // a word that many have is asked of each of the few that are still to come
  const isAsked =
    when === "upcoming" && (await countUpTo(db, having.select("workshopWord.workshopId as id"))) > rareWord;
  return (eb: ExpressionBuilder<Schema, "workshop">) =>
    isAsked
      ? eb.exists(having.select("workshopWord.workshopId").where("workshopWord.workshopId", "=", eb.ref("workshop.id")))
      : eb("workshop.id", "in", having.select("workshopWord.workshopId"));
}
