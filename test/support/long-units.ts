import { sql } from "kysely";
import type { WorkKinds } from "#app/outbox/works/works.ts";
import type { Database } from "#db/database.ts";

export const counting = { counting: [] } as const satisfies WorkKinds;
export const units = 400;

/** A table without any rule: whatever is done twice is there twice. */
export const makeEffects = (database: Database) =>
  database.transact(async (trx) => {
    await sql`create table effect (unit integer not null)`.execute(trx);
  });
