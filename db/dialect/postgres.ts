import { PostgresAdapter, PostgresDialect, PostgresQueryCompiler, sql } from "kysely";
import pg from "pg";
import type { Ddl, Dialect } from "./dialect.ts";
import { snakeCase, storable } from "./naming.ts";

// counts come as 64-bit integers, which the driver hands over as text; ours stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The number of the lock for migrations: any that no other program uses on this database. */
const migrationLock = 7_083_110_465;

/** PostgreSQL names the check of a column after both. */
const allowOnly: Ddl["allowOnly"] = (table, column, texts) => {
  const check = `check (${column} in (${texts.map((text) => `'${text}'`).join(", ")}))`;
  const name = `${table}_${column}_check`;
  return `alter table ${table} drop constraint ${name}, add constraint ${name} ${check}`;
};

export const postgres: Dialect = {
  open(url) {
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    // without listeners a restart of the database ends our process: of idle connections, and of those between two
    // queries
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    const dialect = new NamingDialect({ pool });
    return { read: dialect, write: dialect };
  },
  ddl: { strict: "", bytes: "bytea", allowOnly },
  migrate: (write, work) =>
    write.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx);
      return work(trx);
    }),
  isUnavailable: (error) => unreachable.test(codeOf(error)) || cutOff.test(String(error)),
  // pg_dump and pg_restore do this, and know their server's version
  file: null,
  // beside serialisation and deadlock: a unique value that another committed after we had looked. The next attempt sees
  // it
  isConflict: (error) => ["40001", "40P01", "23505"].includes(codeOf(error)),
};

class NamingDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new NamingCompiler();
  }

  override createAdapter() {
    return new LockedAdapter();
  }
}

/**
 * `migrate` above holds a lock until the commit.
 * Kysely's own would end before it, and could not be ended after a statement that failed.
 */
class LockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock() {}
  override async releaseMigrationLock() {}
}

class NamingCompiler extends PostgresQueryCompiler {
  override sanitizeIdentifier(identifier: string) {
    return snakeCase(super.sanitizeIdentifier(identifier));
  }

  protected override appendValue(parameter: unknown) {
    super.appendValue(storable(parameter));
  }
}

/** Classes 08 and 57P (connections, shutdown), 53300 (too many of them), and what the network says. */
const unreachable = /^(08...|57P0.|53300|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** The driver's own words for a connection that is gone; they have no code. */
const cutOff = /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");
