import type { Reach } from "#app/access/permissions.ts";
import type { Writer } from "#db/database.ts";
import { holding } from "#db/hold.ts";
import { columns, listWhole, type WholeWorkshop } from "./queries.ts";
import { withinReach } from "./within-reach.ts";

const held = Symbol("held");

/** A workshop that nobody else changes, or plans in, until the transaction ends. Only `holdWorkshop` makes one. */
export type HeldWorkshop = WholeWorkshop & { readonly [held]: true };

/**
 * Holds the workshop of an address and reads it in one statement, then reads its texts. Null where it is out of reach.
 */
export async function holdWorkshop(trx: Writer, code: string, reach: Reach): Promise<HeldWorkshop | null> {
  const rows = await holding
    .workshop(trx)
    .where("workshop.code", "=", code.toUpperCase())
    .where(withinReach(reach))
    .returning(columns)
    .execute();
  const [workshop] = await listWhole(trx, rows);
  return workshop ? { ...workshop, [held]: true } : null;
}
