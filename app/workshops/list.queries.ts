import { type ExpressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import { beginsWith, wordsOf } from "#app/tables/search.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { paging } from "#app/web/paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { columns, listWithTexts, named, type Sight, type StoredWorkshop, visible } from "./queries.ts";
import type { WorkshopState } from "./rules.ts";

export type CatalogueFilter = {
  q?: string;
  country?: string | null;
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
  const matching = matchingWorkshops(db, sight, filter);
  const parts = filter.when
    ? [{ rows: matching, isBack: filter.when === "past" }]
    : notOverFirst(matching, filter.state);
  const counts = await Promise.all(parts.map(({ rows }) => count(rows)));
  const total = counts.reduce((sum, own) => sum + own, 0);
  const { page, pages } = paging(total, size, filter.page ?? 1);
  const found: StoredWorkshop[] = [];
  let from = (page - 1) * size;
  for (const [index, { rows, isBack }] of parts.entries()) {
    const own = counts[index] ?? 0;
    const left = size - found.length;
    if (left > 0 && from < own) found.push(...(await readRows(rows, { isBack, from, size: left })));
    from = Math.max(0, from - own);
  }
  return { workshops: await listWithTexts(db, found, named), total, page, pages };
}

type Workshops = SelectQueryBuilder<Schema, "workshop", object>;

const matchingWorkshops = (
  db: Reader,
  sight: Sight,
  { q = "", country, themeId, state, when, today }: CatalogueFilter,
): Workshops =>
  db
    .selectFrom("workshop")
    .where(visible(sight))
    .$if(q !== "", (query) => query.where((eb) => eb.and(wordsOf(q).map((word) => isFoundBy(word)(eb)))))
    .$if(Boolean(country), (query) => query.where("workshop.country", "=", country as string))
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

/** What is not over, from the next on, before what is, from the last back; a state is one or the other. */
function notOverFirst(matching: Workshops, state: WorkshopState | null | undefined) {
  if (state) return [{ rows: matching, isBack: isEnd(state) }];
  return [false, true].map((isBack) => ({ rows: matching.where(isOver, "=", Number(isBack)), isBack }));
}

const isEnd = (state: WorkshopState) => state === "completed" || state === "cancelled";

/** As an index has it, word by word. */
const isOver = sql<number>`(case when state in ('completed', 'cancelled') then 1 else 0 end)`;

const readRows = (matching: Workshops, { isBack, from, size }: { isBack: boolean; from: number; size: number }) =>
  matching
    .select(columns)
    .orderBy("workshop.startsOn", isBack ? "desc" : "asc")
    .orderBy("workshop.code")
    .limit(size)
    .offset(from)
    .execute();

async function count(matching: Workshops): Promise<number> {
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return total;
}

const isFoundBy = (word: string) => (eb: ExpressionBuilder<Schema, "workshop">) =>
  eb("workshop.id", "in", (inner) =>
    inner
      .selectFrom("workshopWord")
      .select("workshopWord.workshopId")
      .where((row) => beginsWith(row.ref("workshopWord.word"), word)),
  );
