import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "#db/database.ts";
import { inScope, listFiguresOf, type Scope, type WorkshopFigures } from "./queries.ts";
import { type OriginFigures, originKey, sumOf } from "./rules.ts";

/** Figures of each workshop as of an entry of the audit: every change of what they count is recorded there by the same transaction. */
type Memory = { seq: number; byWorkshop: Map<string, WorkshopFigures[]> };
const memories = new WeakMap<Reader, Memory>();

/** Bounds how long one query keeps everybody else waiting. */
const workshopsAtOnce = 50;

/** Every figure about people, by country and institution. Totals are sums of these, so that they cannot disagree. */
export async function listFigures(db: Reader, scope: Scope): Promise<OriginFigures[]> {
  const byWorkshop = await upToDate(db);
  const inside = await db.selectFrom("workshop").where(inScope(scope)).select("id").execute();
  const rows = inside.flatMap(({ id }) => byWorkshop.get(id) ?? []);
  const codes = new Map((await db.selectFrom("institution").select(["id", "code"]).execute()).map(({ id, code }) => [id, code]));
  return [...Map.groupBy(rows, originKey).values()]
    .map((own) => {
      const { country = "", institutionId = null } = own[0] ?? {};
      return { ...sumOf(own), country, institutionId, institution: institutionId && (codes.get(institutionId) ?? null) };
    })
    .sort((a, b) => a.country.localeCompare(b.country) || (a.institution ?? "").localeCompare(b.institution ?? ""));
}

async function upToDate(db: Reader): Promise<Memory["byWorkshop"]> {
  const { seq } = await db.selectFrom("auditHead").select("seq").executeTakeFirstOrThrow();
  const known = memories.get(db);
  if (known?.seq === seq) return known.byWorkshop;
  const changed = known ? await listChanged(db, known.seq) : await listAll(db);
  const byWorkshop = new Map(known?.byWorkshop);
  for (let from = 0; from < changed.length; from += workshopsAtOnce) {
    const ids = changed.slice(from, from + workshopsAtOnce);
    for (const id of ids) byWorkshop.delete(id);
    for (const [id, figures] of Map.groupBy(await listFiguresOf(db, ids), ({ workshopId }) => workshopId)) byWorkshop.set(id, figures);
    await breathe();
  }
  memories.set(db, { seq, byWorkshop });
  return byWorkshop;
}

async function listAll(db: Reader): Promise<string[]> {
  return (await db.selectFrom("workshop").select("id").execute()).map(({ id }) => id);
}

/** Workshops that changes recorded after `seq` are about. */
async function listChanged(db: Reader, seq: number): Promise<string[]> {
  const about = (kind: string) => db.selectFrom("audit").select("subjectId").where("seq", ">", seq).where("subjectKind", "=", kind);
  const found = await Promise.all([
    about("workshop")
      .execute()
      .then((rows) => rows.map(({ subjectId }) => subjectId)),
    db.selectFrom("session").select("workshopId").where("id", "in", about("session")).execute().then(ids),
    db.selectFrom("enrolment").select("workshopId").where("id", "in", about("enrolment")).execute().then(ids),
    db.selectFrom("certificate").select("workshopId").where("id", "in", about("certificate")).execute().then(ids),
    db.selectFrom("enrolment").select("workshopId").where("personId", "in", about("person")).execute().then(ids),
  ]);
  return [...new Set(found.flat())];
}

const ids = (rows: { workshopId: string }[]) => rows.map(({ workshopId }) => workshopId);
