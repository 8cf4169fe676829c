import { daysBetween, type LocalDate } from "#app/time/wall-time.ts";

type Dated = { startsOn: LocalDate; endsOn: LocalDate };
type Days = { from: LocalDate; to: LocalDate };

/** What is drawn of something that lasts some days. All are counted in days from the first one that is shown. */
export type Bar<Item> = {
  item: Item;
  /** Row of its group, from 0. */
  lane: number;
  start: number;
  length: number;
  /** Where its words stand: on it where there is room, else behind it, or at the end of the days before it. */
  words: "on" | "behind" | "before";
  /** The bar with its words. */
  left: number;
  width: number;
  /** It has begun before, or goes on after, the days that are shown. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/**
 * Bars in the order of their items, in as few rows as it takes: each lies in the first row with room for it, from the
 * first to begin on.
 * @param items all in sight for a day at least
 * @param wordDays days that the words of a bar need
 */
export function barsOf<Item extends Dated>(
  items: readonly Item[],
  { from, to }: Days,
  wordDays: number,
): { bars: Bar<Item>[]; lanes: number } {
  const days = daysBetween(from, to) + 1;
  const bars = items.map((item): Bar<Item> => ({ ...spanOf(item, { from, days, wordDays }), lane: 0 }));
  const ends: number[] = [];
  for (const bar of bars.toSorted((a, b) => a.left - b.left)) {
    const free = ends.findIndex((end) => end <= bar.left);
    bar.lane = free < 0 ? ends.length : free;
    ends[bar.lane] = bar.left + bar.width;
  }
  return { bars, lanes: ends.length };
}

type Shown = { from: LocalDate; days: number; wordDays: number };

function spanOf<Item extends Dated>(item: Item, { from, days, wordDays }: Shown): Omit<Bar<Item>, "lane"> {
  const first = daysBetween(from, item.startsOn);
  const last = daysBetween(from, item.endsOn);
  const start = Math.max(0, first);
  const length = Math.min(days - 1, last) - start + 1;
  const isCut = { isCutBefore: first < 0, isCutAfter: last > days - 1 };
  const bar = { item, start, length, ...isCut };
  if (length >= wordDays) return { ...bar, words: "on", left: start, width: length };
  const width = length + wordDays;
  if (start + width <= days || start < wordDays)
    return { ...bar, words: "behind", left: start, width: Math.min(width, days - start) };
  return { ...bar, words: "before", left: start - wordDays, width };
}
