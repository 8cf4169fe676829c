import type SQLite from "better-sqlite3";

/** Characters. A list in a query makes a text for each of its lengths: long ones would push out what all pages ask. */
const longestKept = 4_000;

/** Kysely prepares each query anew; a prepared statement costs more than most of our queries. */
export function withStatementCache(database: Pick<SQLite.Database, "prepare" | "close">, size = 500) {
  const statements = new Map<string, SQLite.Statement>();
  return {
    close: () => {
      database.close();
    },
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      if (sql.length > longestKept) return statement;
      const oldest = statements.size >= size ? statements.keys().next().value : undefined;
      if (oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
      return statement;
    },
  };
}
