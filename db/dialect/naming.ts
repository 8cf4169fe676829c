import type { KyselyPlugin } from "kysely";

/** Names are few, and each is asked for with every query. */
function remembered(convert: (name: string) => string) {
  const known = new Map<string, string>();
  return (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const converted = convert(name);
    known.set(name, converted);
    return converted;
  };
}

/** `seatsTaken` here is `seats_taken` in the database. */
export const snakeCase = remembered((name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`));

/** The same between quotes, as SQL writes it. Kysely looks at each letter of each name of each query. */
export const quotedName = remembered((name) => `"${snakeCase(name).replaceAll('"', '""')}"`);

const camelCase = remembered((name) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));

/** A parameter as both databases keep it: a flag is 0 or 1. */
export const storable = (parameter: unknown): unknown =>
  typeof parameter === "boolean" ? Number(parameter) : parameter;

/**
 * The way back, for what comes of a query: names get their capitals, and what is kept in `is_…` is a boolean.
 * Kysely's own plugin also copies each query whole to rename what it mentions; here its compiler does that.
 */
export const camelCaseRows: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: renamed(result.rows) }),
};

function renamed<Row extends Record<string, unknown>>(rows: Row[]): Row[] {
  const columns = Object.keys(rows[0] ?? {});
  if (!columns.some((column) => column.includes("_"))) return rows;
  const names = columns.map((column) => [column, camelCase(column)] as const);
  const flags = names.filter(([column]) => column.startsWith("is_")).map(([, name]) => name);
  return rows.map((row) => {
    const copy: Record<string, unknown> = {};
    for (const [column, name] of names) copy[name] = row[column];
    for (const flag of flags) copy[flag] = asFlag(copy[flag]);
    return copy as Row;
  });
}

/** Null stays null. A value that a query computes is a boolean already on PostgreSQL. */
const asFlag = (stored: unknown) => (stored === null ? null : stored === 1 || stored === true);
