import type { ListPlace } from "#app/tables/key-paging.ts";
import { asId } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** A value from the address: trimmed, without control characters, cut at `max` characters. */
export function queryText(url: URL, name: string, max = 100): string {
  const value = url.searchParams.get(name) ?? "";
  // well formed at the end: the cut may go through a character of two halves
  return value
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, max)
    .toWellFormed();
}

export function queryChoice<const Choices extends readonly string[]>(
  url: URL,
  name: string,
  choices: Choices,
): Choices[number] | null {
  const value = url.searchParams.get(name);
  return choices.find((candidate) => candidate === value) ?? null;
}

/** How many: a whole number of four digits at most. */
export function queryCount(url: URL, name: string): number | null {
  const value = url.searchParams.get(name) ?? "";
  return /^(0|[1-9]\d{0,3})$/.test(value) ? Number(value) : null;
}

/** The page number, from 1. */
export function queryPage(url: URL): number {
  const value = url.searchParams.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}

/** Where a page of a long list begins: `after` or `before` one of its rows. */
export function queryPlace<Table extends keyof Schema>(url: URL): ListPlace<Table> {
  for (const side of ["after", "before"] as const) {
    const id = queryText(url, side, 64);
    if (id) return { side, id: asId<Table>(id) };
  }
  return null;
}
