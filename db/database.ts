import { Kysely, sql, type Transaction } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { Dialect, Migrated, Use } from "./dialect/dialect.ts";
import { camelCaseRows } from "./dialect/naming.ts";
import { postgres } from "./dialect/postgres.ts";
import { sqlite } from "./dialect/sqlite.ts";
import type { Schema } from "./schema.ts";

/** Loaders and queries read; only commands, inside a transaction, write. */
export type Reader = Pick<Kysely<Schema>, "selectFrom">;
export type Writer = Transaction<Schema>;

export type Database = {
  read: Kysely<Schema>;
  /** Runs `work` as one transaction; tries again when the database says that it lost against another one. */
  transact<T>(work: (trx: Writer) => Promise<T>): Promise<T>;
  /** Runs `work` as one transaction that may change tables, after whoever else does so. */
  migrate(work: (trx: Writer) => Promise<Migrated>): Promise<Migrated>;
  /** By the database's clock, which all processes share. */
  now(): Promise<Instant>;
  dialect: Dialect;
  close(): Promise<void>;
};

export const dialectOf = (url: string): Dialect => (/^postgres(ql)?:/.test(url) ? postgres : sqlite);

/**
 * @param url a file's path, `:memory:`, or `postgres://…`
 * @param use says how long may be waited for rows and statements
 */
export function openDatabase(url: string, use: Use = "pages"): Database {
  const dialect = dialectOf(url);
  const { read: readDialect, write: writeDialect } = dialect.open(url, use);
  const plugins = [camelCaseRows];
  const write = new Kysely<Schema>({ dialect: writeDialect, plugins });
  const read = new Kysely<Schema>({ dialect: readDialect, plugins });
  return {
    read,
    transact: (work) => retrying(dialect, () => write.transaction().execute(work)),
    migrate: (work) => dialect.migrate(write, work),
    now: () => findNow(read, dialect),
    dialect,
    async close() {
      // Kysely closes only a connection that was used. The writer closes last, and merges the write-ahead log
      await sql`select 1`.execute(read);
      await sql`select 1`.execute(write);
      await read.destroy();
      await write.destroy();
    },
  };
}

async function findNow(read: Kysely<Schema>, dialect: Dialect): Promise<Instant> {
  const { now } = await read.selectNoFrom(dialect.now.as("now")).executeTakeFirstOrThrow();
  return now;
}

async function retrying<T>(dialect: Dialect, attempt: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (tries <= 1 || !dialect.isConflict(error)) throw error;
    return retrying(dialect, attempt, tries - 1);
  }
}
