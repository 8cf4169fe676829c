import type SQLite from "better-sqlite3";

/** Characters. A list in a query makes a text for each of its lengths: long ones would push out what all pages ask. */
const longestUsual = 4_000;
const mostLong = 50;

/**
 * Kysely prepares each query anew; a prepared statement costs more than most of our queries. Long ones are kept apart,
 * fewer of them: each holds some hundred kilobytes of which the engine's collector knows nothing, so that those which
 * nobody keeps pile up before it looks for them.
 */
export function withStatementCache(database: Pick<SQLite.Database, "prepare" | "close">, most = 500) {
  const usual = new Map<string, SQLite.Statement>();
  const long = new Map<string, SQLite.Statement>();
  return {
    close: () => {
      database.close();
    },
    prepare(sql: string) {
      const [statements, size] = sql.length > longestUsual ? [long, mostLong] : [usual, most];
      const known = statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      const oldest = statements.size >= size ? statements.keys().next().value : undefined;
      if (oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
      return statement;
    },
  };
}
