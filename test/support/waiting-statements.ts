import { sql } from "kysely";
import type { Database } from "#db/database.ts";

/** The statements of a PostgreSQL database that wait at this moment for what somebody else holds. */
export async function waitingStatements({ read }: Database): Promise<string[]> {
  const { rows } = await sql<{ query: string }>`select query from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(read);
  return rows.map(({ query }) => query);
}
