import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/**
 * Where a page of a long list begins: behind a row, or before it; null at the beginning. Such a page costs the same at
 * any depth, and moves by nothing when rows are added before it.
 */
export type ListPlace<Table extends keyof Schema> = { side: "after" | "before"; id: Id<Table> } | null;

/** A page of a long list, and the rows behind and before which its neighbours begin; null where there are none. */
export type KeyPage<Row> = { rows: Row[]; previous: string | null; next: string | null };

/**
 * @param found up to one row more than a page holds, from its place on; before a row they come in the opposite order
 */
export function keyPage<Row extends { id: string }, Table extends keyof Schema>(
  found: Row[],
  size: number,
  place: ListPlace<Table>,
): KeyPage<Row> {
  const isBack = place?.side === "before";
  const shown = found.slice(0, size);
  const rows = isBack ? shown.toReversed() : shown;
  const hasMore = found.length > size;
  return {
    rows,
    previous: (isBack ? hasMore : place !== null) ? (rows[0]?.id ?? null) : null,
    next: (isBack ? place !== null : hasMore) ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Where a list is read from: behind a row's key, or going back before it; null from the beginning. */
export type From<Key> = { key: Key; isBack: boolean } | null;

type Reading<Row, Key, Table extends keyof Schema> = {
  /** Where a row stands in the list; undefined where it is gone, or nobody here may know. */
  findKey: (id: Id<Table>) => Promise<Key | undefined>;
  /** So many rows at most; going back, in the opposite order. */
  read: (from: From<Key>, most: number) => Promise<Row[]>;
};

/** Reads a page of a long list. Where the row at its place is gone, or nothing is behind it, the first. */
export async function readPage<Row extends { id: string }, Key, Table extends keyof Schema>(
  place: ListPlace<Table>,
  size: number,
  { findKey, read }: Reading<Row, Key, Table>,
): Promise<KeyPage<Row>> {
  const key = place ? await findKey(place.id) : undefined;
  const from = place && key !== undefined ? { key, isBack: place.side === "before" } : null;
  const found = await read(from, size + 1);
  if (from && !found.length) return readPage(null, size, { findKey, read });
  return keyPage(found, size, from ? place : null);
}

/** How many there are, as far as anybody counts them: beyond `most` it only says that there are more. */
export type Total = { count: number; isMore: boolean };

export const totalUpTo = (counted: number, most: number): Total => ({
  count: Math.min(counted, most),
  isMore: counted > most,
});
