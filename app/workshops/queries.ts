import { type ExpressionBuilder, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { Texts } from "#app/i18n/locales.ts";
import { containing, wordsOf } from "#app/tables/search.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import { paging } from "#app/web/paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import type { WorkshopState } from "./rules.ts";
import { withinReach } from "./within-reach.ts";

/** What is known of a workshop, its texts apart. */
export const columns = [
  "workshop.id",
  "workshop.programmeId",
  "workshop.code",
  "workshop.hostInstitutionId",
  "workshop.mode",
  "workshop.zone",
  "workshop.country",
  "workshop.startsOn",
  "workshop.endsOn",
  "workshop.beginsAt",
  "workshop.endsAt",
  "workshop.capacity",
  "workshop.seatsTaken",
  "workshop.reserveCount",
  "workshop.minimumAttendance",
  "workshop.admission",
  "workshop.state",
  "workshop.changedAt",
] as const;

export type WorkshopTexts = { title: Texts; summary: Texts; venue: Texts; requirements: Texts };
type Row = Awaited<ReturnType<typeof rowsOf>>[number];
/** As lists know it: by its title and its venue. */
export type Workshop = Row & { texts: Pick<WorkshopTexts, "title" | "venue"> };
export type WholeWorkshop = Row & { texts: WorkshopTexts };

/** Who looks: anyone (published ones only), or somebody with a reach. */
type Sight = Reach | "public";

const visible = (sight: Sight) => (eb: ExpressionBuilder<Schema, "workshop">) =>
  sight === "public" ? eb("workshop.state", "<>", "draft") : withinReach(sight)(eb);

export async function findWorkshop(db: Reader, code: string, sight: Sight): Promise<WholeWorkshop | null> {
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .where("workshop.code", "=", code.toUpperCase())
    .where(visible(sight))
    .execute();
  const [workshop] = await listWhole(db, rows);
  return workshop ?? null;
}

/** Rows, wherever they have been read, with all their texts. */
export async function listWhole(db: Reader, rows: Row[]): Promise<WholeWorkshop[]> {
  return withTexts(db, rows, all);
}

/** What an address is about, where a command reads the rest for itself. */
export async function findWorkshopId(
  db: Reader,
  code: string,
  sight: Sight,
): Promise<{ id: Id<"workshop">; code: string } | undefined> {
  return db
    .selectFrom("workshop")
    .select(["workshop.id", "workshop.code"])
    .where("workshop.code", "=", code.toUpperCase())
    .where(visible(sight))
    .executeTakeFirst();
}

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
  const { q = "", country, themeId, state, when, today, size = 20 } = filter;
  const matching = db
    .selectFrom("workshop")
    .where(visible(sight))
    .$if(q !== "", (query) =>
      query.where((eb) => eb.and(wordsOf(q).map((word) => containing(eb.ref("workshop.searchText"), word)))),
    )
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
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const { page, pages } = paging(total, size, filter.page ?? 1);
  const rows = await matching
    .select(columns)
    .$if(!when, (query) =>
      query
        .orderBy(sql`case when ${isOver} then 1 else 0 end`)
        .orderBy(sql`case when ${isOver} then null else workshop.starts_on end`),
    )
    .orderBy("workshop.startsOn", when === "upcoming" ? "asc" : "desc")
    .orderBy("workshop.code")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { workshops: await withTexts(db, rows, named), total, page, pages };
}

const isOver = sql<boolean>`workshop.state in ('completed', 'cancelled')`;

/** Workshops by id, in the order of their beginning. */
export async function listWorkshopsById(db: Reader, ids: Id<"workshop">[]): Promise<Workshop[]> {
  if (!ids.length) return [];
  return withTexts(
    db,
    await db
      .selectFrom("workshop")
      .select(columns)
      .where("workshop.id", "in", ids)
      .orderBy("workshop.startsOn")
      .execute(),
    named,
  );
}

/** Workshops that are under way at this instant, on any clock, and whose attendance can be taken. */
export async function listWorkshopsUnderWay(db: Reader, sight: Sight, at: Instant): Promise<Workshop[]> {
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .where(visible(sight))
    .where("workshop.state", "in", ["open", "closed", "running"])
    .where("workshop.startsOn", "<=", localDate(at, farEast))
    .where("workshop.endsOn", ">=", localDate(at, farWest))
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .execute();
  return withTexts(db, rows, named);
}

export async function countWorkshopsByState(db: Reader, sight: Sight): Promise<Map<WorkshopState, number>> {
  const rows = await db
    .selectFrom("workshop")
    .where(visible(sight))
    .select(["workshop.state", ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy("workshop.state")
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How many workshops each programme has; one without workshops is left out. */
export async function countWorkshopsByProgramme(db: Reader): Promise<Map<Id<"programme">, number>> {
  const rows = await db
    .selectFrom("workshop")
    .select(["programmeId", ({ fn }) => fn.countAll<number>().as("workshops")])
    .groupBy("programmeId")
    .execute();
  return new Map(rows.map(({ programmeId, workshops }) => [programmeId, workshops]));
}

export async function listThemeIds(db: Reader, workshopId: Id<"workshop">): Promise<Id<"theme">[]> {
  const rows = await db.selectFrom("workshopTheme").select("themeId").where("workshopId", "=", workshopId).execute();
  return rows.map(({ themeId }) => themeId);
}

export async function findIdByCode(db: Reader, code: string): Promise<Id<"workshop"> | null> {
  const row = await db.selectFrom("workshop").select("id").where("code", "=", code).executeTakeFirst();
  return row?.id ?? null;
}

export async function isCodeTaken(db: Reader, code: string, except: Id<"workshop"> | null): Promise<boolean> {
  const row = await db
    .selectFrom("workshop")
    .select("id")
    .where("code", "=", code)
    .$if(except !== null, (query) => query.where("id", "<>", except as Id<"workshop">))
    .executeTakeFirst();
  return row !== undefined;
}

const named = ["title", "venue"] as const;
const all = ["title", "summary", "venue", "requirements"] as const;

/** Where a day begins first and ends last. */
const [farEast, farWest] = ["Asia/Tokyo", "America/Tijuana"] as const;

const rowsOf = (db: Reader) => db.selectFrom("workshop").select(columns).execute();

async function withTexts<Field extends keyof WorkshopTexts>(db: Reader, rows: Row[], fields: readonly Field[]) {
  if (!rows.length) return [];
  const ids = rows.map(({ id }) => id);
  const texts = await db
    .selectFrom("workshopText")
    .select(["workshopId", "locale", ...(fields as readonly (keyof WorkshopTexts)[])])
    .where("workshopId", "in", ids)
    .execute();
  const byWorkshop = Map.groupBy(texts, ({ workshopId }) => workshopId);
  return rows.map((row) => {
    const own = byWorkshop.get(row.id) ?? [];
    const inAll = (field: Field): Texts => Object.fromEntries(own.map((text) => [text.locale, text[field]]));
    return {
      ...row,
      texts: Object.fromEntries(fields.map((field) => [field, inAll(field)])) as Pick<WorkshopTexts, Field>,
    };
  });
}
