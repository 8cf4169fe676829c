/** One decimal: nobody is told apart by less. */
export const inTenths = (value: number): number => Math.round(value * 10) / 10;

/** The mean of what was given for one criterion; null where nobody gave anything. */
export const meanMark = (marks: readonly number[]): number | null =>
  marks.length ? inTenths(marks.reduce((sum, mark) => sum + mark, 0) / marks.length) : null;
