import fc from "fast-check";
import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { addTo, type CellMap, type Counted, reaching, sumOfCells } from "#app/statistics/cells.ts";
import { groupOf, sumOf } from "#app/statistics/rules.ts";
import { states } from "#app/workshops/rules.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";

const number = fc.integer({ min: 0, max: 9 });
const origin = fc.record({
  country: fc.constantFrom("MX", "JP"),
  institutionId: fc.constantFrom(null, id("institution", "i0"), id("institution", "i1")),
  enrolled: fc.integer({ min: 1, max: 9 }),
  ...{ attending: number, certified: number, marked: number, reserve: number, attended: number, counted: number },
  ...{ certifiable: number, doubtful: number, unnamed: number, unreachable: number },
});
const workshops: fc.Arbitrary<Counted[]> = fc
  .array(
    fc.record({
      programmeId: fc.constantFrom(id("programme", "p0"), id("programme", "p1")),
      startsOn: fc.constantFrom("2026-03-31" as const, "2026-04-01" as const, "2026-04-30" as const),
      state: fc.constantFrom(...states),
      origins: fc.uniqueArray(origin, { maxLength: 3, selector: (row) => `${row.country} ${row.institutionId}` }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map((workshop, index) => ({
      ...workshop,
      ...{ workshopId: id("workshop", `w${index}`), code: `W-${index}`, endsOn: workshop.startsOn, marks: {} },
    })),
  );

const total = (cells: CellMap) => sumOf(sumOfCells([...cells.values()]).origins);

test("cells hold what their workshops add up to, and nothing of one that is taken away again", () => {
  fc.assert(
    fc.property(workshops, fc.nat(), (list, place) => {
      const cells: CellMap = new Map();
      for (const workshop of list) addTo(cells, workshop, 1);
      const counted = list.filter(({ state }) => groupOf(state) !== null);
      expect(total(cells)).toEqual(sumOf(counted.flatMap(({ origins }) => origins)));
      const { workshops: counts } = sumOfCells([...cells.values()]);
      expect(counts.planned + counts.running + counts.completed).toBe(counted.length);
      const [gone] = list.slice(place % Math.max(1, list.length));
      if (!gone) return;
      addTo(cells, gone, -1);
      expect(total(cells)).toEqual(sumOf(counted.filter((one) => one !== gone).flatMap(({ origins }) => origins)));
    }),
  );
});

test("whoever reaches a programme and one of its workshops counts it once", () => {
  const [programmeId, workshopId] = [id("programme", "p0"), id("workshop", "w0")];
  const workshop: Counted = {
    ...{
      workshopId,
      programmeId,
      code: "W-0",
      startsOn: "2026-04-01",
      endsOn: "2026-04-01",
      state: "open",
      marks: {},
      origins: [],
    },
  };
  const ways = (reach: typeof everywhere) => {
    const { whole, single } = reaching(reach);
    return [whole(workshop), single(workshop)];
  };
  expect(ways(everywhere)).toEqual([true, false]);
  expect(ways({ ...nowhere, programmeIds: [programmeId], workshopIds: [workshopId] })).toEqual([true, false]);
  expect(ways({ ...nowhere, workshopIds: [workshopId] })).toEqual([false, true]);
  expect(ways(nowhere)).toEqual([false, false]);
});
