/** Minutes since the midnight of a column's day; what ends after midnight goes past 1440. */
export type Stretch = { from: number; to: number };

/** The hours that are drawn, and those between which nobody needs and which are folded into a band. */
export type Hours = Stretch & { folds: readonly Stretch[] };

/** What begins on a day runs on in its column until six in the morning. */
const latestMinute = 1800;
/** So many empty hours in a row are folded. A long lunch is none of that: it says when people eat. */
const fewestFolded = 3;
/** How high a fold is drawn, in minutes. */
const foldHeight = 30;

/** Where nothing is planned yet. */
const blankDay: Stretch = { from: 540, to: 1020 };

/** Whole hours around everything that is planned. `usual` hours are drawn in any case, and never folded. */
export function hoursOf(planned: readonly Stretch[], usual?: Stretch): Hours {
  const needed = [...planned, ...(usual ? [usual] : [])].map(wholeHours);
  const all = needed.length > 0 ? needed : [blankDay];
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(from + 60, ...all.map((one) => one.to));
  return { from, to, folds: foldsIn({ from, to }, all) };
}

const wholeHours = ({ from, to }: Stretch): Stretch => ({
  from: Math.floor(from / 60) * 60,
  to: Math.min(latestMinute, Math.ceil(to / 60) * 60),
});

function foldsIn({ from, to }: Stretch, needed: readonly Stretch[]): Stretch[] {
  const folds: Stretch[] = [];
  let empty = from;
  for (let hour = from; hour <= to; hour += 60) {
    const isNeeded = hour === to || needed.some((one) => one.from <= hour && hour < one.to);
    if (!isNeeded) continue;
    if (hour - empty >= fewestFolded * 60) folds.push({ from: empty, to: hour });
    empty = hour + 60;
  }
  return folds;
}

/** How far below the first hour a minute is drawn; within a fold everything lies close together. */
export function heightOf(minute: number, { from, to, folds }: Hours): number {
  let height = Math.min(Math.max(minute, from), to) - from;
  for (const fold of folds) {
    const within = Math.min(Math.max(minute, fold.from), fold.to) - fold.from;
    height -= within - (within / (fold.to - fold.from)) * foldHeight;
  }
  return height;
}

/** The minute that is drawn there. */
export function minuteAt(height: number, hours: Hours): number {
  let minute = hours.from + height;
  for (const fold of hours.folds) {
    const past = minute - fold.from;
    if (past <= 0) break;
    const length = fold.to - fold.from;
    minute += past < foldHeight ? (past / foldHeight) * (length - foldHeight) : length - foldHeight;
  }
  return Math.min(minute, hours.to);
}

/** The full hours that have a line of their own. */
export function linesOf({ from, to, folds }: Hours): number[] {
  const all = Array.from({ length: (to - from) / 60 + 1 }, (_, index) => from + index * 60);
  return all.filter((minute) => !folds.some((fold) => fold.from < minute && minute < fold.to));
}
