import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Counted } from "./cells.ts";

/** What has been counted, as the audit stood at `to`. */
type Stored = { from: number; to: number; gone: Id<"workshop">[]; counted: Counted[] };

/** @returns false where somebody else has stored figures meanwhile: then these may be older, and nothing is changed */
export async function storeFigures(trx: Writer, { from, to, gone, counted }: Stored): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("figuresHead")
    .set({ seq: to })
    .where("seq", "=", from)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  if (gone.length) await trx.deleteFrom("workshopFigures").where("workshopId", "in", gone).execute();
  const rows = counted.map(({ workshopId, origins, marks }) => ({
    ...{ workshopId, origins: JSON.stringify(origins), marks: JSON.stringify(marks) },
  }));
  if (rows.length) await trx.insertInto("workshopFigures").values(rows).execute();
  return true;
}
