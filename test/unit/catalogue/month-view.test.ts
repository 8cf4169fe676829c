import fc from "fast-check";
import { expect, test } from "vitest";
import { type MonthCell, monthView } from "#app/catalogue/month/month-view.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { periodHolding } from "#app/workshops/calendar/period.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";

const visit = { locale: "es", t: translator("es"), at: "2026-11-27T12:00:00.000Z" } as const;
const month = periodHolding("month", "2026-11-27");

const planned = (code: string, startsOn: LocalDate, endsOn: LocalDate) =>
  ({
    ...{ code, startsOn, endsOn, state: "open", country: "MX", zone: "America/Mexico_City" },
    ...{ beginsAt: null, endsAt: null, seatsTaken: 0, reserveCount: 0, capacity: 10, texts: { title: {}, venue: {} } },
  }) as unknown as Workshop;

const view = (workshops: Workshop[], country: "MX" | "JP" | null = null) =>
  monthView({ month, today: "2026-11-27", workshops, country }, visit);

const daysOf = (cells: MonthCell[], days: { on: LocalDate }[], code: string) =>
  cells
    .filter(({ bar }) => bar?.code === code)
    .flatMap(({ start, length }) => days.slice(start, start + length).map(({ on }) => on));

const stretch = fc.record({ from: fc.integer({ min: -20, max: 29 }), length: fc.integer({ min: 1, max: 45 }) });

test("the rows of each week fill its seven columns, and a workshop is on each of its days that are shown, once", () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
      const workshops = stretches
        .filter(({ from, length }) => from + length > 0)
        .map(({ from, length }, index) => {
          const startsOn = plusLocalDays(month.from, from);
          return planned(`W-${index}`, startsOn, plusLocalDays(startsOn, length - 1));
        });
      const { weeks } = view(workshops);
      const shown = weeks.flatMap(({ days }) => days.map(({ on }) => on));
      for (const { rows } of weeks)
        for (const cells of rows) {
          expect(cells.reduce((sum, { length }) => sum + length, 0)).toBe(7);
          expect(cells.every(({ start }, index) => start === sumBefore(cells, index))).toBe(true);
        }
      for (const { code, startsOn, endsOn } of workshops) {
        const held = weeks.flatMap(({ days, rows }) => rows.flatMap((cells) => daysOf(cells, days, code)));
        expect(held).toEqual(shown.filter((day) => day >= startsOn && day <= endsOn));
      }
    }),
  );
});

const sumBefore = (cells: MonthCell[], index: number) =>
  cells.slice(0, index).reduce((sum, { length }) => sum + length, 0);

test("a day says what is off in the country that is looked at, or in both", () => {
  const off = (country: "MX" | "JP" | null) =>
    view([], country).weeks.flatMap(({ days }) =>
      days.flatMap(({ number, isOutside, daysOff }) =>
        daysOff.map(({ country, name }) => [country, number, isOutside, name]),
      ),
    );
  const [revolution, culture, thanks] = [
    ["MX", 16, false, "Día de la Revolución"],
    ["JP", 3, false, "Día de la Cultura"],
    ["JP", 23, false, "Día de Acción de Gracias por el Trabajo"],
  ];
  expect(off("MX")).toEqual([revolution]);
  expect(off("JP")).toEqual([culture, thanks]);
  expect(off(null)).toEqual([culture, revolution, thanks]);
});
