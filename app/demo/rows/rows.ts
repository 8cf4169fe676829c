import type { Insertable } from "kysely";
import type { Writer } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";

/** In an order in which no row names one that comes after it. */
const tables = [
  "setting",
  "institution",
  "institutionName",
  "venue",
  "venueText",
  "venueHours",
  "room",
  "roomText",
  "theme",
  "themeText",
  "programme",
  "programmeText",
  "programmeParty",
  "programmeSignatory",
  "programmeSignatoryText",
  "person",
  "personKey",
  "personWord",
  "account",
  "programmePerson",
  "addressWord",
  "credential",
  "workshop",
  "workshopText",
  "workshopWord",
  "workshopLanguage",
  "workshopTheme",
  "module",
  "moduleText",
  "session",
  "sessionText",
  "roleGrant",
  "enrolment",
  "enrolmentEvent",
  "toldPlan",
  "told",
  "message",
  "messageText",
  "outbox",
  "mark",
  "markCorrection",
  "certificate",
  "peopleImport",
  "peopleImportRow",
] as const satisfies (keyof Schema)[];
type TableName = (typeof tables)[number];

export type Row<Table extends TableName> = Insertable<Schema[Table]>;
export type Rows = { [Table in TableName]: Row<Table>[] };

export const noRows = (): Rows => Object.fromEntries(tables.map((table) => [table, []])) as Partial<Rows> as Rows;

export async function insertRows(trx: Writer, rows: Rows): Promise<void> {
  for (const table of tables) await insertInto(trx, table, rows[table]);
}

/** SQLite takes 32,766 in a statement; from some hundreds up, none is faster than another. */
const parametersAtOnce = 4000;

/** The rows of one call have the same columns. */
async function insertInto(trx: Writer, table: TableName, rows: Row<TableName>[]): Promise<void> {
  const atOnce = Math.floor(parametersAtOnce / Object.keys(rows[0] ?? { none: 0 }).length);
  for (let start = 0; start < rows.length; start += atOnce) {
    // the compiler cannot tell that the rows are of this table, of which it knows only that it is one of many
    await trx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce) as never)
      .execute();
  }
}
