import { type ExpressionBuilder, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
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
  "workshop.venueId",
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
  "workshop.quotaSeats",
  "workshop.quotaTaken",
  "workshop.quotaReserves",
  "workshop.promotionDays",
  "workshop.freezeDays",
  "workshop.confirmDays",
  "workshop.minimumAttendance",
  "workshop.admission",
  "workshop.contactName",
  "workshop.contactEmail",
  "workshop.contactPhone",
  "workshop.state",
  "workshop.changedAt",
] as const;

export type WorkshopTexts = { title: Texts; summary: Texts; venue: Texts; requirements: Texts };
export type StoredWorkshop = Awaited<ReturnType<typeof rowsOf>>[number];
/** As lists know it: by its title and its venue. */
export type Workshop = StoredWorkshop & { texts: Pick<WorkshopTexts, "title" | "venue"> };
export type WholeWorkshop = StoredWorkshop & { texts: WorkshopTexts };

/** Who looks: anyone (published ones only), somebody with a reach, or somebody who sees both. */
export type Sight = Reach | "public" | { publicAnd: Reach };

export const visible = (sight: Sight) => (eb: ExpressionBuilder<Schema, "workshop">) => {
  if (sight === "public") return isPublic(eb);
  return "publicAnd" in sight ? eb.or([isPublic(eb), withinReach(sight.publicAnd)(eb)]) : withinReach(sight)(eb);
};

const isPublic = (eb: ExpressionBuilder<Schema, "workshop">) => eb("workshop.state", "<>", "draft");

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
export async function listWhole(db: Reader, rows: StoredWorkshop[]): Promise<WholeWorkshop[]> {
  return listWithTexts(db, rows, all);
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

/** Workshops by id, in the order of their beginning. */
export async function listWorkshopsById(db: Reader, ids: Id<"workshop">[]): Promise<Workshop[]> {
  if (!ids.length) return [];
  return listWithTexts(
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

type UnderWay = { at: Instant; among: Id<"workshop">[] };

/** Those of some workshops that are under way at this instant, on any clock, and whose attendance can be taken. */
export async function listWorkshopsUnderWay(db: Reader, sight: Sight, { at, among }: UnderWay): Promise<Workshop[]> {
  if (!among.length) return [];
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .where(visible(sight))
    .where("workshop.id", "in", among)
    .where("workshop.state", "in", ["open", "closed", "running"])
    .where("workshop.startsOn", "<=", localDate(at, farEast))
    .where("workshop.endsOn", ">=", localDate(at, farWest))
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .execute();
  return listWithTexts(db, rows, named);
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

/** Themes of the workshops of a programme, without those that nobody but its desk sees. */
export async function listPublicThemeIds(db: Reader, programmeId: Id<"programme">): Promise<Id<"theme">[]> {
  const rows = await db
    .selectFrom("workshop")
    .innerJoin("workshopTheme", "workshopTheme.workshopId", "workshop.id")
    .select("workshopTheme.themeId")
    .distinct()
    .where("workshop.programmeId", "=", programmeId)
    .where(visible("public"))
    .execute();
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

/** As an index has it, word by word: 1 where a workshop is completed or cancelled. */
export const isFinished = sql<number>`(case when state in ('completed', 'cancelled') then 1 else 0 end)`;

export const named = ["title", "venue"] as const;
const all = ["title", "summary", "venue", "requirements"] as const;

/** Where a day begins first and ends last. */
const [farEast, farWest] = ["Asia/Tokyo", "America/Tijuana"] as const;

const rowsOf = (db: Reader) => db.selectFrom("workshop").select(columns).execute();

export async function listWithTexts<Field extends keyof WorkshopTexts>(
  db: Reader,
  rows: StoredWorkshop[],
  fields: readonly Field[],
) {
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
