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
  const known: Known = { choices: await choicesByColumn(database), references: await references(database) };
  await database.close();
  const types = tables.map((table) => rowType(table, known));
  const schema = tables.map(({ name }) => `  ${camel(name)}: ${pascal(name)}Table;`);
  return [
    "// Generated from the migrated database by `npm run db:schema`. Not written by hand.",
    'import type { Generated } from "kysely";',
    'import type { Instant } from "#app/time/instant.ts";',
    'import type { LocalDate, WallTime } from "#app/time/wall-time.ts";',
    'import type { Zone } from "#app/time/zones.ts";',
    'import type { Id } from "./id.ts";\n',
    types.join("\n\n"),
    `\nexport interface Schema {\n${schema.join("\n")}\n}\n`,
  ].join("\n");
}

/** What the columns' own types don't say, by `table.column`. */
type Known = { choices: Map<string, string[]>; references: Map<string, string> };

function rowType({ name, columns }: TableMetadata, known: Known): string {
  const lines = columns.map((column) => `  ${camel(column.name)}: ${columnType(name, column, known)};`);
  return `export interface ${pascal(name)}Table {\n${lines.join("\n")}\n}`;
}

function columnType(table: string, column: ColumnMetadata, known: Known): string {
  const meaning = meaningOf(`${table}.${column.name}`, column.dataType, known);
  const type = column.isNullable ? `${meaning} | null` : meaning;
  return column.hasDefaultValue ? `Generated<${type}>` : type;
}

/** The type of `table.column`: by its check, by its name, or by the column to which it refers. */
function meaningOf(path: string, dataType: string, known: Known): string {
  const choices = known.choices.get(path);
  if (choices) return choices.map((choice) => `"${choice}"`).join(" | ");
  const named = meanings.find(([name]) => name.test(path))?.[1];
  if (named) return named;
  const referred = known.references.get(path);
  if (referred) return meaningOf(referred, dataType, known);
  return idOf(path, dataType) ?? stored[dataType.toUpperCase()] ?? "string";
}

/** `workshop.id` is an `Id<"workshop">`. A number, as where a table has one row, is no id. */
function idOf(path: string, dataType: string): string | undefined {
  const [table = "", column] = path.split(".");
  return column === "id" && dataType.toUpperCase() === "TEXT" ? `Id<"${camel(table)}">` : undefined;
}

/** A column's name says its type: an `…_at` is an instant. */
const meanings: [name: RegExp, type: string][] = [
  [/[._]at$|_until$/, "Instant"],
  [/_on$|\.valid_from$/, "LocalDate"],
  [/_local$/, "WallTime"],
  [/\.zone$/, "Zone"],
  [/\.is_/, "boolean"],
  // a message has its job's id, also when the job is gone
  [/^(mail\.id|message_recipient\.job_id|enrolment_before\.letter_id)$/, 'Id<"outbox">'],
];

const stored: Record<string, string> = { INTEGER: "number", BLOB: "Uint8Array" };

type TableSource = { name: string; sql: string };

async function tableSources(database: Database): Promise<TableSource[]> {
  const { rows } = await sql<TableSource>`select name, sql from sqlite_master where type = 'table'`.execute(
    database.read,
  );
  return rows;
}

/** `check (state in ('draft', 'open'))` becomes a union of literals. */
async function choicesByColumn(database: Database): Promise<Map<string, string[]>> {
  const found = (await tableSources(database)).flatMap(({ name, sql: source }) =>
    [...source.matchAll(/check \((\w+) in\s*\(((?:'\w+'(?:,\s*)?)+)\)\)/g)].map(
      ([, column, list]) =>
        [`${name}.${column}`, [...(list ?? "").matchAll(/'(\w+)'/g)].map(([, choice]) => choice as string)] as const,
    ),
  );
  return new Map(found);
}

/** `account.person_id` → `person.id` */
async function references(database: Database): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name } of await tableSources(database)) {
    const { rows } = await sql<{ table: string; from: string; to: string }>`
      select "table", "from", "to" from pragma_foreign_key_list(${name})`.execute(database.read);
    for (const { table, from, to } of rows) found.set(`${name}.${from}`, `${table}.${to}`);
  }
  return found;
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);

if (import.meta.main) {
  writeFileSync(file, await schemaSource());
  console.log("wrote db/schema.ts");
}
