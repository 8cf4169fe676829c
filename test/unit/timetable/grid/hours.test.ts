import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heightOf, hoursOf, linesOf, minuteAt } from "#app/timetable/grid/layout/hours.rules.ts";

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 720 }))
  .map(([from, length]) => ({ from, to: from + length }));
const planned = fc.array(stretch, { maxLength: 8 });

describe("the hours of a timetable", () => {
  test("are whole, and reach around everything that is planned", () => {
    expect(hoursOf([{ from: 545, to: 615 }])).toEqual({ from: 540, to: 660, folds: [] });
    expect(hoursOf([{ from: 545, to: 615 }], { from: 480, to: 1080 })).toMatchObject({ from: 480, to: 1080 });
  });

  test("fold what stays empty for three hours, and leave a long lunch", () => {
    const day = [
      { from: 540, to: 720 },
      { from: 840, to: 1080 },
    ];
    expect(hoursOf(day).folds).toEqual([]);
    expect(hoursOf([...day, { from: 1320, to: 1500 }]).folds).toEqual([{ from: 1080, to: 1320 }]);
    expect(linesOf(hoursOf([...day, { from: 1320, to: 1500 }]))).toEqual([
      ...[540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080],
      ...[1320, 1380, 1440, 1500],
    ]);
  });

  test("without anything planned are those of a working day", () => {
    expect(hoursOf([])).toEqual({ from: 540, to: 1020, folds: [] });
  });

  test("each minute has its height, and each height its minute", () => {
    fc.assert(
      fc.property(planned, fc.integer({ min: 0, max: 1800 }), (all, minute) => {
        const hours = hoursOf(all);
        const within = Math.min(Math.max(minute, hours.from), hours.to);
        expect(minuteAt(heightOf(within, hours), hours)).toBeCloseTo(within, 6);
        expect(heightOf(within, hours)).toBeLessThanOrEqual(heightOf(within + 1, hours));
      }),
    );
  });

  test("nothing that is planned lies in a fold", () => {
    fc.assert(
      fc.property(planned, (all) => {
        const { folds } = hoursOf(all);
        for (const fold of folds) expect(all.some(({ from, to }) => from < fold.to && fold.from < to)).toBe(false);
      }),
    );
  });
});
