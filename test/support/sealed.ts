import { sealAudit } from "#app/audit/commands.ts";
import type { Database } from "#db/database.ts";

/** The same database, once each entry of its audit has its place in the chain: `audit` has them all. */
export async function sealed(database: Database): Promise<Database> {
  await sealAudit(database);
  return database;
}
