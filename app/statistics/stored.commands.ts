import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Counted } from "./cells.ts";

/** SQLite takes 32,766 values in a statement. */
const rowsAtOnce = 1_000;

/** What has been counted, as the audit stood at `to`. */
type Stored = { from: number; to: number; gone: Id<"workshop">[] | "all"; counted: Counted[] };

/** @returns false where somebody else has stored figures meanwhile: then these may be older, and nothing is changed */
export async function storeFigures(trx: Writer, { from, to, gone, counted }: Stored): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("figuresHead")
    .set({ seq: to })
    .where("seq", "=", from)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  if (gone === "all") await trx.deleteFrom("workshopFigures").execute();
  else if (gone.length) await trx.deleteFrom("workshopFigures").where("workshopId", "in", gone).execute();
  const rows = counted.map(({ workshopId, origins }) => ({ workshopId, origins: JSON.stringify(origins) }));
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    await trx
      .insertInto("workshopFigures")
      .values(rows.slice(first, first + rowsAtOnce))
      .execute();
  return true;
}
