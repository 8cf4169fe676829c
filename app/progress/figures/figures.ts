import { setImmediate as breathe } from "node:timers/promises";
import { findPosition, type Position } from "#app/audit/queries.ts";
import { listCodes } from "#app/institutions/queries.ts";
import { listFiguresOf, type Scope, type WorkshopFigures } from "#app/progress/queries.ts";
import { type OriginFigures, originKey, sumOf } from "#app/progress/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listAllWorkshopIds, listChangedWorkshopIds, listWorkshopIdsIn } from "./figures.queries.ts";

/**
 * Figures of each workshop as of one position of the audit. Whatever changes them writes an entry in the same
 * transaction.
 */
type Memory = { position: Position; byWorkshop: Map<Id<"workshop">, Row[]> };
type Row = WorkshopFigures & { origin: string };
const memories = new WeakMap<Reader, Memory>();

/** Bounds how long one query keeps everybody else waiting. */
const workshopsAtOnce = 50;

/** Every figure about people, by country and institution. Totals are sums of these, so that they cannot disagree. */
export async function listFigures(db: Reader, scope: Scope): Promise<OriginFigures[]> {
  const byWorkshop = await upToDate(db);
  const rows = (await listWorkshopIdsIn(db, scope)).flatMap((id) => byWorkshop.get(id) ?? []);
  const codes = await listCodes(db);
  return [...Map.groupBy(rows, ({ origin }) => origin).values()]
    .map((own) => {
      const { country = "", institutionId = null } = own[0] ?? {};
      return {
        ...sumOf(own),
        country,
        institutionId,
        institution: institutionId && (codes.get(institutionId) ?? null),
      };
    })
    .sort((a, b) => inOrder(a.country, b.country) || inOrder(a.institution ?? "", b.institution ?? ""));
}

const inOrder = (a: string, b: string) => Number(a > b) - Number(a < b);

async function upToDate(db: Reader): Promise<Memory["byWorkshop"]> {
  const position = await findPosition(db);
  const known = memories.get(db);
  if (known?.position.change === position.change) return known.byWorkshop;
  const changed = known ? await listChangedWorkshopIds(db, known.position) : await listAllWorkshopIds(db);
  const byWorkshop = new Map(known?.byWorkshop);
  for (let from = 0; from < changed.length; from += workshopsAtOnce) {
    const ids = changed.slice(from, from + workshopsAtOnce);
    for (const id of ids) byWorkshop.delete(id);
    const rows = (await listFiguresOf(db, ids)).map((figures) => ({ ...figures, origin: originKey(figures) }));
    for (const [id, own] of Map.groupBy(rows, ({ workshopId }) => workshopId)) byWorkshop.set(id, own);
    await breathe();
  }
  memories.set(db, { position, byWorkshop });
  return byWorkshop;
}
