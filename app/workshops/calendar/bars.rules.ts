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
  /** The bar with the words on it, which may need more room than the bar has. */
  left: number;
  width: number;
  /** It has begun before, or goes on after, the days that are shown. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/**
 * Bars in as few rows as it takes to lay each, in the order of their beginnings, into the first row with room for it.
 * @param items all in sight for a day at least
 * @param wordDays days that the words on a bar need
 */
export function barsOf<Item extends Dated>(
  items: readonly Item[],
  { from, to }: Days,
  wordDays: number,
): { bars: Bar<Item>[]; lanes: number } {
  const days = daysBetween(from, to) + 1;
  const ends: number[] = [];
  const bars = items
    .map((item) => spanOf(item, { from, days, wordDays }))
    .sort((a, b) => a.left - b.left || a.start - b.start)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.left);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bar.left + bar.width;
      return { ...bar, lane };
    });
  return { bars, lanes: ends.length };
}

type Shown = { from: LocalDate; days: number; wordDays: number };

/** Words that would go over the edge end there, and begin before their bar. */
function spanOf<Item extends Dated>(item: Item, { from, days, wordDays }: Shown): Omit<Bar<Item>, "lane"> {
  const first = daysBetween(from, item.startsOn);
  const last = daysBetween(from, item.endsOn);
  const start = Math.max(0, first);
  const length = Math.min(days - 1, last) - start + 1;
  const width = Math.min(days, Math.max(length, wordDays));
  const left = Math.min(start, days - width);
  return { item, start, length, left, width, isCutBefore: first < 0, isCutAfter: last > days - 1 };
}
