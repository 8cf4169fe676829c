import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ColumnMetadata, sql, type TableMetadata } from "kysely";
import { type Database, openDatabase } from "./database.ts";
import { migrateToLatest } from "./migrate.ts";

const file = resolve(import.meta.dirname, "schema.ts");

/** Row types read from a freshly migrated database; a test fails when `schema.ts` differs. */
export async function schemaSource(): Promise<string> {
  const database = openDatabase(":memory:");
  await migrateToLatest(database);
  const tables = (await database.read.introspection.getTables()).sort((a, b) => a.name.localeCompare(b.name));
  const choices = await choicesByColumn(database);
  await database.close();
  const types = tables.map((table) => rowType(table, choices));
  const schema = tables.map(({ name }) => `  ${camel(name)}: ${pascal(name)}Table;`);
  return [
    "// Generated from the migrated database by `npm run db:schema`. Not written by hand.",
    'import type { Generated } from "kysely";\n',
    types.join("\n\n"),
    `\nexport interface Schema {\n${schema.join("\n")}\n}\n`,
  ].join("\n");
}

function rowType(table: TableMetadata, choices: Map<string, string[]>): string {
  const columns = table.columns.map(
    (column) => `  ${camel(column.name)}: ${columnType(column, choices.get(`${table.name}.${column.name}`))};`,
  );
  return `export interface ${pascal(table.name)}Table {\n${columns.join("\n")}\n}`;
}

function columnType({ dataType, isNullable, hasDefaultValue }: ColumnMetadata, choices?: string[]): string {
  const base =
    choices?.map((choice) => `"${choice}"`).join(" | ") ??
    { INTEGER: "number", BLOB: "Uint8Array" }[dataType.toUpperCase()] ??
    "string";
  const type = isNullable ? `${base} | null` : base;
  return hasDefaultValue ? `Generated<${type}>` : type;
}

/** `check (state in ('draft', 'open'))` becomes a union of literals. */
async function choicesByColumn(database: Database): Promise<Map<string, string[]>> {
  const { rows } = await sql<{
    name: string;
    sql: string;
  }>`select name, sql from sqlite_master where type = 'table'`.execute(database.read);
  const found = rows.flatMap(({ name, sql: source }) =>
    [...source.matchAll(/check \((\w+) in\s*\(((?:'\w+'(?:,\s*)?)+)\)\)/g)].map(
      ([, column, list]) =>
        [`${name}.${column}`, [...(list ?? "").matchAll(/'(\w+)'/g)].map(([, choice]) => choice as string)] as const,
    ),
  );
  return new Map(found);
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);

if (import.meta.main) {
  writeFileSync(file, await schemaSource());
  console.log("wrote db/schema.ts");
}
