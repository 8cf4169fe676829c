import { setImmediate as breathe } from "node:timers/promises";
import { listCodes } from "#app/institutions/queries.ts";
import type { Reader } from "#db/database.ts";
import { findLastChange, listAllWorkshopIds, listChangedWorkshopIds, listWorkshopIdsIn } from "./figures.queries.ts";
import { listFiguresOf, type Scope, type WorkshopFigures } from "./queries.ts";
import { type OriginFigures, originKey, sumOf } from "./rules.ts";

/** Figures of each workshop as of an entry of the audit: every change of what they count is recorded there by the same transaction. */
type Memory = { seq: number; byWorkshop: Map<string, WorkshopFigures[]> };
const memories = new WeakMap<Reader, Memory>();

/** Bounds how long one query keeps everybody else waiting. */
const workshopsAtOnce = 50;

/** Every figure about people, by country and institution. Totals are sums of these, so that they cannot disagree. */
export async function listFigures(db: Reader, scope: Scope): Promise<OriginFigures[]> {
  const byWorkshop = await upToDate(db);
  const rows = (await listWorkshopIdsIn(db, scope)).flatMap((id) => byWorkshop.get(id) ?? []);
  const codes = await listCodes(db);
  return [...Map.groupBy(rows, originKey).values()]
    .map((own) => {
      const { country = "", institutionId = null } = own[0] ?? {};
      return { ...sumOf(own), country, institutionId, institution: institutionId && (codes.get(institutionId) ?? null) };
    })
    .sort((a, b) => a.country.localeCompare(b.country) || (a.institution ?? "").localeCompare(b.institution ?? ""));
}

async function upToDate(db: Reader): Promise<Memory["byWorkshop"]> {
  const seq = await findLastChange(db);
  const known = memories.get(db);
  if (known?.seq === seq) return known.byWorkshop;
  const changed = known ? await listChangedWorkshopIds(db, known.seq) : await listAllWorkshopIds(db);
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
