import type { Instant } from "#app/time/instant.ts";
import { asId, type Id } from "#db/id.ts";

/** Numbers from 0 to below 1; the same seed gives the same ones. */
export type Random = () => number;

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for invented people. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a. */
export const seedOf = (text: string) =>
  [...text].reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>>
  0;

/** From 0 to below `count`. */
export const below = (count: number, random: Random) => Math.floor(random() * count);

export const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[below(items.length, random)] as Item;

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  return items.map(() => left.splice(below(left.length, random), 1)[0] as Item);
}

/** UUIDs of version 7, as `newId` gives them, that are the same for the same instant and seed. */
export function seededIds(at: Instant, random: Random): <Table extends string>() => Id<Table> {
  const firstMs = Date.parse(at);
  let count = 0;
  return <Table extends string>() => {
    const ms = (firstMs + Math.floor(count / 0x1000)).toString(16).padStart(12, "0");
    const sequence = (count % 0x1000).toString(16).padStart(3, "0");
    count += 1;
    const [high, low] = [word(random), word(random)];
    const variant = ((Number.parseInt(high.slice(0, 1), 16) & 3) | 8).toString(16);
    const random62 = `${variant}${high.slice(1, 4)}-${high.slice(4)}${low}`;
    return asId<Table>(`${ms.slice(0, 8)}-${ms.slice(8)}-7${sequence}-${random62}`);
  };
}

const word = (random: Random) =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
