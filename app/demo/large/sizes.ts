import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addHistory, type History } from "./history.ts";
import { everyday, type Size, seedLarge } from "./large.ts";

/** What a database of some age holds. Fivefold has five times, huge fifty times what grows with the years. */
export const sizes = {
  everyday: { ...everyday, auditEntries: 100_000, letters: 20_000 },
  fivefold: { people: 60_000, workshops: 2_000, seats: 100, auditEntries: 500_000, letters: 100_000 },
  huge: { people: 200_000, workshops: 5_000, seats: 400, auditEntries: 5_000_000, letters: 1_000_000 },
} as const satisfies Record<string, Size & History>;
export type SizeName = keyof typeof sizes;

/** Fills an empty database with a size of rows and with their past. */
export async function seedSize(database: Database, at: Instant, name: SizeName): Promise<void> {
  await seedLarge(database, { at, size: sizes[name] });
  await addHistory(database, at, sizes[name]);
}
