import {
  type BinaryOperationNode,
  OperatorNode,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  sql,
} from "kysely";
import pg from "pg";
import type { Instant } from "#app/time/instant.ts";
import type { Ddl, Dialect, Use } from "./dialect.ts";
import { snakeCase, storable } from "./naming.ts";
import { isOutdated, preparing, unprepared } from "./postgres-statements.ts";

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

/** And the foreign key. */
const dropReference: Ddl["dropReference"] = (table, column) =>
  `alter table ${table} drop constraint ${table}_${column}_fkey`;

const allowNull: Ddl["allowNull"] = (table, column) => `alter table ${table} alter column ${column} drop not null`;

/** It names what is unique after its columns. */
const dropUnique: Ddl["dropUnique"] = (table, columns) =>
  `alter table ${table} drop constraint ${table}_${columns.join("_")}_key`;

type Patience = Required<Pick<pg.PoolConfig, "statement_timeout" | "lock_timeout">>;

/**
 * Milliseconds that a statement may take, and that it may wait for whoever holds a row.
 * Nobody waits for a page for a minute; a job may.
 */
const patience: Record<Use, { read: Patience; write: Patience }> = {
  pages: {
    read: { statement_timeout: 10_000, lock_timeout: 5_000 },
    write: { statement_timeout: 15_000, lock_timeout: 5_000 },
  },
  jobs: {
    read: { statement_timeout: 300_000, lock_timeout: 30_000 },
    write: { statement_timeout: 300_000, lock_timeout: 30_000 },
  },
};

export const postgres: Dialect = {
  /** Two pools: however many wait for a row that they want to write, pages are read over connections of their own. */
  open(url, use) {
    const { read, write } = patience[use];
    return {
      read: new NamingDialect({ pool: preparing(openPool(url, read), { inTransactions: false }) }),
      write: new NamingDialect({ pool: preparing(openPool(url, write), { inTransactions: true }) }),
    };
  },
  ddl: {
    strict: "",
    byKey: "",
    bytes: "bytea",
    bytewise: ' collate "C"',
    allowOnly,
    dropReference,
    allowNull,
    dropUnique,
  },
  now: sql<Instant>`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  skipTaken: (query) => query.forUpdate().skipLocked(),
  lane: sql<number>`pg_backend_pid()`,
  migrate: (write, work) =>
    unprepared(() =>
      write.transaction().execute(async (trx) => {
        // whoever migrates at the same time may take long, and so may a table that is rebuilt
        await sql`select set_config(name, '0', true) from unnest(array[
          'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout']) as name`.execute(trx);
        await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx);
        return work(trx);
      }),
    ),
  isUnavailable: (error) =>
    unreachable.test(codeOf(error)) || outOfPatience.test(codeOf(error)) || cutOff.test(String(error)),
  // pg_dump and pg_restore do this, and know their server's version
  file: null,
  // beside serialisation and deadlock: a unique value that another committed after we had looked. The next attempt sees
  // it
  isConflict: (error) => ["40001", "40P01", "23503", "23505"].includes(codeOf(error)) || isOutdated(error),
};

function openPool(url: string, patience: Patience): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // for a connection that is free, or for a server that answers
    connectionTimeoutMillis: 5_000,
    // a process that stands still within a transaction would hold its rows for ever
    idle_in_transaction_session_timeout: 60_000,
    options: planning.map((setting) => `-c ${setting}`).join(" "),
    ...patience,
  });
  // without listeners a restart of the database would end our process: of idle connections, and of those in use between
  // two queries
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * How it plans: any row costs about the same on the disks of today, and our queries read few rows, so that to compile
 * one, or to spread it over processors that others need, costs more than it saves.
 */
const planning = ["random_page_cost=1.1", "jit=off", "max_parallel_workers_per_gather=0"];

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

const listOperators: Partial<Record<string, string>> = { in: " = any(", "not in": " <> all(" };

class NamingCompiler extends PostgresQueryCompiler {
  override sanitizeIdentifier(identifier: string) {
    return snakeCase(super.sanitizeIdentifier(identifier));
  }

  protected override appendValue(parameter: unknown) {
    super.appendValue(Array.isArray(parameter) ? parameter.map(storable) : storable(parameter));
  }

  /** A list is one value: however long it is, the text stays the same, and with it the statement that is prepared. */
  protected override visitBinaryOperation(node: BinaryOperationNode) {
    const { leftOperand, operator, rightOperand } = node;
    const among = OperatorNode.is(operator) && listOperators[operator.operator];
    if (!among || !PrimitiveValueListNode.is(rightOperand)) return super.visitBinaryOperation(node);
    this.visitNode(leftOperand);
    this.append(among);
    this.appendValue(rightOperand.values);
    this.append(")");
  }
}

/** Classes 08 and 57P (connections, shutdown), 53300 (too many of them), and what the network says. */
const unreachable = /^(08...|57P0.|53300|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/**
 * A row that stayed held (55P03), a statement that took too long (57014), a transaction that stood still (25P03).
 * Not tried again at once, as a conflict is: that would wait as long again, with a connection that others need.
 */
const outOfPatience = /^(55P03|57014|25P03)$/;
/** The driver's own words for a connection that is gone; they have no code. */
const cutOff = /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");
