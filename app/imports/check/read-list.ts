import { setImmediate as turn } from "node:timers/promises";
import { findLayout, type ListLayout } from "#app/imports/layout/layout.ts";
import { wordsOfList } from "#app/imports/layout/sex-words.ts";
import { type Words, wordsMeant } from "#app/imports/layout/words.ts";
import { findFileBytes, type ImportFacts } from "#app/imports/queries.ts";
import { listEveryName, listInstitutions } from "#app/institutions/queries.ts";
import { matchingKeys } from "#app/people/matching/matching.rules.ts";
import type { Encoding } from "#app/tables/reading/encodings.ts";
import { readApart } from "#app/tables/reading/read-apart.ts";
import type { EncodingQuestion, TableRow } from "#app/tables/reading/read-table.ts";
import { TableRefusal } from "#app/tables/reading/refusal.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { recognisedRow } from "./known-people.ts";
import { type CheckedRow, checkRow } from "./row-facts.ts";

export type ListRow = CheckedRow & { line: number };
export type ReadList =
  | { refused: FormMessage }
  | { asks: EncodingQuestion }
  | { rows: ListRow[]; facts: ImportFacts; words: Words };

type Sent = { importId: Id<"peopleImport">; encoding: Encoding | null; at: Instant };

/** A list as it was sent: each of its rows with what it says, and what is wrong with it. */
export async function readList({ read }: Database, { importId, encoding, at }: Sent): Promise<ReadList> {
  const bytes = await findFileBytes(read, importId);
  const reading = await readApart({ bytes, encoding }).catch((error: unknown) => {
    if (error instanceof TableRefusal) return error;
    throw error;
  });
  if (reading instanceof TableRefusal) return { refused: refusal(reading) };
  if ("asks" in reading) return reading;
  const { rows, sheet, otherSheets, merged, hiddenRows } = reading.table;
  const found = findLayout(rows);
  if (!found) return { refused: "import:problem.layout" };
  const institutions = await listInstitutions(read, localDate(at, capitalZones.MX));
  const body = rows.slice(found.index + 1);
  const every = wordsMeant(institutions, await listEveryName(read));
  const words = wordsOfList(every, found.layout, rows[found.index] ?? { cells: [] }, body);
  const { columns, ignored } = found.layout;
  const shownMerges = merged.slice(0, mostNamed);
  const facts = { sheet, otherSheets, hiddenRows, merged: shownMerges, ignored, columns: Object.keys(columns) };
  return { rows: await checkAll(body, found.layout, words), facts, words };
}

/** Of merged cells so many are named. */
const mostNamed = 20;

const refusal = ({ because, cell }: TableRefusal): FormMessage =>
  cell ? { key: `import:table.${because}`, values: { cell } } : `import:table.${because}`;

/** How many rows are checked before others get their turn. */
const inATurn = 200;

async function checkAll(rows: TableRow[], layout: ListLayout, words: Words): Promise<ListRow[]> {
  const earlier = new Map<string, number>();
  const checked: ListRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % inATurn === 0) await turn();
    checked.push({ line: row.line, ...withRepeat(row, checkRow(row, layout, words), earlier) });
  }
  return checked;
}

/** Whoever stands in a list twice would be added twice. Two records are two people, however alike they look. */
function withRepeat({ line }: TableRow, checked: CheckedRow, earlier: Map<string, number>): CheckedRow {
  const { facts, record } = checked;
  if (checked.errors.length > 0) return checked;
  const { mail, solid, kana, words } = matchingKeys(recognisedRow(facts));
  const key = record || JSON.stringify([mail, solid, kana, words, facts.homeInstitutionId]);
  const before = earlier.get(key);
  if (before === undefined) {
    earlier.set(key, line);
    return checked;
  }
  const message = { key: "import:error.repeated", values: { line: String(before) } };
  return { ...checked, errors: [{ cell: `A${line}`, message }] };
}
