import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Counted, OriginCount } from "./cells.ts";
import { listFacts } from "./counting.queries.ts";
import { type Figures, sumOf } from "./rules.ts";

/** Workshops read at once: some milliseconds. */
const atOnce = 500;

/** Stands for the number of an entry before anything has been counted. */
export const uncounted = -1;

/** The last sealed entry of the audit that the stored figures know of; null before they have been counted. */
export async function findStoredSeq(db: Reader): Promise<number | null> {
  const { seq } = await db.selectFrom("figuresHead").select("seq").executeTakeFirstOrThrow();
  return seq === uncounted ? null : seq;
}

/** Every workshop with its figures, as they are stored. */
export async function listStored(db: Reader): Promise<Counted[]> {
  const facts = new Map((await listFacts(db)).map((workshop) => [workshop.workshopId, workshop]));
  const counted: Counted[] = [];
  let last: Id<"workshop"> | null = null;
  for (;;) {
    const rows = await listPage(db, last);
    for (const { workshopId, origins, marks } of rows) {
      const workshop = facts.get(workshopId);
      if (!workshop) continue;
      const figures = { origins: JSON.parse(origins) as OriginCount[], marks: JSON.parse(marks) as Counted["marks"] };
      counted.push({ ...workshop, ...figures });
    }
    last = rows.at(-1)?.workshopId ?? null;
    if (rows.length < atOnce) return counted;
    await breathe();
  }
}

/** What one workshop adds up to; null where it has not been counted. */
export async function findFiguresOf(db: Reader, workshopId: Id<"workshop">): Promise<Figures | null> {
  const row = await db
    .selectFrom("workshopFigures")
    .select("origins")
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return row ? sumOf(JSON.parse(row.origins) as OriginCount[]) : null;
}

const listPage = (db: Reader, after: Id<"workshop"> | null) =>
  db
    .selectFrom("workshopFigures")
    .selectAll()
    .$if(after !== null, (query) => query.where("workshopId", ">", after as Id<"workshop">))
    .orderBy("workshopId")
    .limit(atOnce)
    .execute();
