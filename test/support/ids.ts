import { asId } from "#db/id.ts";

/** A made-up id: `id("workshop", "none")`. */
export const id = <const Table extends string>(_table: Table, text: string) => asId<Table>(text);
