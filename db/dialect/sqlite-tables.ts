import { type Kysely, type QueryExecutorProvider, sql, type Transaction } from "kysely";
import type { Ddl, Migrated } from "./dialect.ts";

/**
 * One transaction in which tables may be rebuilt: `begin immediate` keeps every other writer out.
 * Foreign keys are off meanwhile: dropping a table would touch the rows that refer to it.
 * SQLite switches them outside of transactions only.
 */
export function migrate<Schema>(
  write: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<Migrated>,
): Promise<Migrated> {
  return write.connection().execute(async (connection) => {
    await sql`pragma foreign_keys = off`.execute(connection);
    try {
      return await connection.transaction().execute(async (trx) => {
        const migrated = await work(trx);
        // this reads every row: a start without a migration skips it
        if (migrated.applied.length) await refuseOrphans(trx);
        return migrated;
      });
    } finally {
      await sql`pragma foreign_keys = on`.execute(connection);
    }
  });
}

async function refuseOrphans(trx: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(trx);
  const [first] = rows;
  if (first)
    throw new Error(`${rows.length} rows refer to nothing: the first is one of ${first.table} to ${first.parent}.`);
}

/** SQLite cannot change a check: the table is rebuilt with another one. */
export const allowOnly: Ddl["allowOnly"] = (table, column, texts) => (trx) => {
  const former = new RegExp(`check \\(${column} in\\s*\\([^)]*\\)\\)`, "i");
  const check = `check (${column} in (${texts.map((text) => `'${text}'`).join(", ")}))`;
  return rebuild(trx, table, (source) => {
    if (!former.test(source)) throw new Error(`${table} has no check of ${column} to replace.`);
    return source.replace(former, check);
  });
};

/** Nor can it drop a reference. */
export const dropReference: Ddl["dropReference"] = (table, column) => (trx) => {
  const reference = new RegExp(`(\\b${column} [^,]*?) references \\w+ \\(\\w+\\)`, "i");
  return rebuild(trx, table, (source) => {
    if (!reference.test(source)) throw new Error(`${table}.${column} refers to nothing.`);
    return source.replace(reference, "$1");
  });
};

/** Nor let a value be missing. */
export const allowNull: Ddl["allowNull"] = (table, column) => (trx) => {
  const needed = new RegExp(`(\\b${column} text) not null`, "i");
  return rebuild(trx, table, (source) => {
    if (!needed.test(source)) throw new Error(`${table}.${column} may be missing already.`);
    return source.replace(needed, "$1");
  });
};

/** Nor drop what is unique. */
export const dropUnique: Ddl["dropUnique"] = (table, columns) => (trx) => {
  const unique = new RegExp(`,\\s*unique \\(${columns.join(",\\s*")}\\)`, "i");
  return rebuild(trx, table, (source) => {
    if (!unique.test(source)) throw new Error(`${table} has no unique ${columns.join(", ")}.`);
    return source.replace(unique, "");
  });
};

/**
 * As SQLite's manual has it: a new table is filled, takes the name of the former one, and gets its indexes.
 * Foreign keys have to be off.
 */
async function rebuild(trx: QueryExecutorProvider, table: string, change: (source: string) => string): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(trx);
  const { rows: parts } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_master where tbl_name = ${table} and sql is not null`.execute(trx);
  const source = parts.find(({ type }) => type === "table")?.sql ?? "";
  await run(change(source).replace(/^create table "?\w+"?/i, `create table ${table}_rebuilt`));
  await run(`insert into ${table}_rebuilt select * from ${table}`);
  await run(`drop table ${table}`);
  await run(`alter table ${table}_rebuilt rename to ${table}`);
  for (const part of parts) if (part.type !== "table") await run(part.sql);
}
