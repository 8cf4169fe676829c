import { readFileSync } from "node:fs";
import pg from "pg";
import { startPostgres } from "#test/support/postgres.ts";

/** A PostgreSQL of its own, for one size of rows. It ends with the script. */
export type PostgresSide = {
  url: string;
  /** Processor time of all who answer the site, since each of them began, by its process. */
  spent(): Promise<Map<number, number>>;
};

export async function startPostgresSide(): Promise<PostgresSide> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL for this platform.");
  const asking = new pg.Client(postgres.url);
  await asking.connect();
  return {
    url: postgres.url,
    async spent() {
      const { rows } = await asking.query<{ pid: number }>(
        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      return new Map(rows.map(({ pid }) => [pid, onProcessorMs(pid)]));
    },
  };
}

/** Whoever has come meanwhile began with nothing; whoever has gone is left out. */
export const spentBetween = (from: Map<number, number>, until: Map<number, number>): number =>
  [...until].reduce((sum, [pid, ms]) => sum + ms - (from.get(pid) ?? 0), 0);

/** Linux counts it in nanoseconds. */
function onProcessorMs(pid: number): number {
  const [nanoseconds = ""] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
  return Number(nanoseconds) / 1e6;
}
