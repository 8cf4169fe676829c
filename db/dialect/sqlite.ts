import { closeSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type IdentifierNode,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { Copying, Dialect } from "./dialect.ts";
import { quotedName, storable } from "./naming.ts";
import { withStatementCache } from "./sqlite-statements.ts";
import { allowNull, allowOnly, dropReference, dropUnique, migrate } from "./sqlite-tables.ts";

/** Longest wait for another process's transaction; what our own writers take does not count. */
const patienceMs = 20_000;
const startMs = 5_000;
/** A long one would block the event loop: waiting is done in beginImmediate, asynchronously. */
const busyMs = 20;

export const sqlite: Dialect = {
  open(file, use) {
    keepPrivate(file);
    const writer = connect(file, {});
    // the worker erases files: what it deletes is overwritten, so that it cannot be read off the disk. It costs some
    // 15 ms a megabyte, for which no page should wait
    if (use === "jobs") writer.pragma("secure_delete = ON");
    // of two processes that start on a new file, one waits for the other's change to WAL: nobody is served yet
    writer.pragma(`busy_timeout = ${startMs}`);
    writer.pragma("journal_mode = WAL");
    writer.pragma(`busy_timeout = ${busyMs}`);
    // After WAL is on, because WAL lowers it to NORMAL in this build of SQLite: a power cut would lose acknowledged
    // commits.
    writer.pragma("synchronous = FULL");
    const reader = file === ":memory:" ? writer : connect(file, { readonly: true });
    return {
      write: new ImmediateDialect({ database: withStatementCache(writer) }),
      read: new NamingDialect({ database: withStatementCache(reader) }),
    };
  },
  ddl: {
    strict: " strict",
    byKey: " strict, without rowid",
    bytes: "blob",
    bytewise: "",
    allowOnly,
    dropReference,
    allowNull,
    dropUnique,
  },
  now: sql<Instant>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  skipTaken: (query) => query,
  lane: sql<number>`0`,
  migrate,
  isUnavailable: (error) => /^SQLITE_(BUSY|FULL|IOERR|CANTOPEN)/.test(codeOf(error)),
  isConflict: () => false,
  file: { copy, check, isInUse },
};

/** Whether somebody has it open: then an exclusive lock is refused. */
function isInUse(url: string): boolean {
  const database = new SQLite(url, { timeout: 20, fileMustExist: true });
  try {
    database.pragma("locking_mode = exclusive");
    database.exec("begin immediate; rollback");
    return false;
  } catch (error) {
    // a file that is no database, or damaged, is not in use
    return codeOf(error).startsWith("SQLITE_BUSY");
  } finally {
    database.close();
  }
}

/** More than any file has. */
const allPages = 0x7fffffff;

/**
 * All pages in one step, which reads one state of the database: between two steps any write would make the copy begin
 * again, and where one comes every second it would never end.
 */
async function copy(url: string, file: string, { pagesAtOnce = allPages, onStep }: Copying = {}): Promise<void> {
  const source = connect(url, { readonly: true, fileMustExist: true });
  keepPrivate(file);
  try {
    await source.backup(file, {
      progress: () => {
        onStep?.();
        return pagesAtOnce;
      },
    });
  } finally {
    source.close();
  }
  const copied = new SQLite(file);
  // as one file, with nothing beside it
  copied.pragma("journal_mode = DELETE");
  copied.close();
}

function check(file: string): void {
  const database = new SQLite(file, { fileMustExist: true });
  try {
    const found = database.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok") throw new Error(`${file} is damaged: ${found}.`);
    for (const { table } of database.prepare("pragma foreign_key_check").iterate() as Iterable<{ table: string }>)
      throw new Error(`${file} has rows that refer to nothing, the first in ${table}.`);
  } finally {
    database.close();
  }
}

/** Only the user who runs Puente may read it. SQLite gives the files beside it the same rights. */
function keepPrivate(file: string): void {
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
}

function connect(file: string, options: SQLite.Options): SQLite.Database {
  const database = new SQLite(file, { ...options, timeout: busyMs });
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  return database;
}

class NamingDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new NamingCompiler();
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** Kysely's own adapter denies it, but SQLite changes tables within a transaction as it changes rows. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

/** Without Kysely's queue for the one connection: ours, below, knows who came when. */
class QueuingAdapter extends TransactionalAdapter {
  override get supportsMultipleConnections() {
    return true;
  }
}

class NamingCompiler extends SqliteQueryCompiler {
  protected override visitIdentifier({ name }: IdentifierNode) {
    this.append(quotedName(name));
  }

  protected override appendValue(parameter: unknown) {
    super.appendValue(storable(parameter));
  }

  /**
   * The plus changes nothing else: without it SQLite plans a join anew for each value of a parameter beside a column.
   * That costs more than the join.
   */
  override getCurrentParameterPlaceholder() {
    return "+?";
  }
}

/** Plain `begin` fails with SQLITE_BUSY_SNAPSHOT when another process writes between our read and our write. */
class ImmediateDialect extends NamingDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter() {
    return new QueuingAdapter();
  }
}

class ImmediateDriver extends SqliteDriver {
  /** Ends with whoever came last. */
  #queue = Promise.resolve();
  #leave: () => void = () => {};
  #arrivedMs = 0;
  /** Since when another process has kept all of us out; null where the last of us got in. */
  #shutOutSinceMs: number | null = null;

  /** There is one connection: its writers take turns in the order in which they come. */
  override async acquireConnection() {
    const arrivedMs = performance.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#queue;
    this.#queue = promise;
    await before;
    this.#leave = resolve;
    this.#arrivedMs = arrivedMs;
    return super.acquireConnection();
  }

  override async releaseConnection() {
    this.#leave();
  }

  /**
   * Patience counts from the moment at which another process shut us out, or from one's arrival where that was later.
   * It ends for all who were there at once: one after another, the last of sixty would wait for twenty minutes.
   * @throws the error of SQLite where it has ended
   */
  override async beginTransaction(connection: DatabaseConnection) {
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        this.#shutOutSinceMs = null;
        return;
      } catch (error) {
        if (!codeOf(error).startsWith("SQLITE_BUSY")) throw error;
        this.#shutOutSinceMs ??= performance.now();
        if (performance.now() > Math.max(this.#shutOutSinceMs, this.#arrivedMs) + patienceMs) throw error;
        await wait(1 + Math.random() * 9);
      }
    }
  }

  /** A full disk ends the transaction by itself. That error is told, not the rollback's that finds no transaction. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("rollback")).catch((error: unknown) => {
      if (!/no transaction is active/.test(String(error))) throw error;
    });
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");
