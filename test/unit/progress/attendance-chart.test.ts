import { expect, test } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { attendanceChart } from "#app/progress/figures/attendance-chart.ts";
import type { OriginFigures } from "#app/progress/rules.ts";
import { id } from "#test/support/ids.ts";

const row = (institution: string, attended: number, counted: number, country = "MX"): OriginFigures => ({
  country,
  institution,
  institutionId: id("institution", institution),
  enrolled: 9,
  attending: 9,
  certified: 0,
  marked: 9,
  reserve: 0,
  attended,
  counted,
});

const draw = (rows: OriginFigures[], locale: Locale = "en") =>
  attendanceChart(rows, locale, translator(locale), ({ institution }) => ({
    text: `Full ${institution}`,
    lang: "en",
    acronym: institution ?? "",
  }));

test("without marks there is no chart", () => {
  expect(draw([])).toBeNull();
  expect(draw([row("ANAM", 0, 0)])).toBeNull();
});

test("bars, table and line are of the same figures, the highest rate first", () => {
  const view = draw([row("JCG", 5, 10), row("ANAM", 3, 5), row("ANAM", 6, 5 + 5, "JP"), row("JMA", 0, 0)]);
  expect(view?.rows.map(({ name, attended, counted, rate }) => [name.acronym, attended, counted, rate])).toEqual([
    ["ANAM", "9", "15", "60%"],
    ["JCG", "5", "10", "50%"],
  ]);
  expect(view?.chart.bars.map(({ label, text }) => [label, text])).toEqual([
    ["ANAM", "60%"],
    ["JCG", "50%"],
  ]);
  expect(view?.chart.line).toEqual({ at: expect.closeTo(0.56 * 82), text: "Overall: 56%" });
  expect(view?.chart.bars[0]?.width).toBeCloseTo(0.6 * 82);
  expect(view?.chart.ticks.map(({ text }) => text)).toEqual(["0%", "50%", "100%"]);
});

test("the line is the rate of all, also of those the chart leaves out", () => {
  const rows = [
    ...Array.from({ length: 12 }, (_, index) => row(`I${index}`, 100, 100)),
    row("SMALL", 0, 1),
    row("SMALLER", 0, 0),
  ];
  const view = draw(rows);
  expect(view?.leftOut).toBe(1);
  expect(view?.chart.bars).toHaveLength(12);
  expect(view?.chart.line?.at).toBeCloseTo((1200 / 1201) * 82);
});

test("the sentence names all who share the highest or the lowest rate", () => {
  expect(draw([row("ANAM", 9, 10), row("JCG", 9, 10), row("JMA", 1, 2)])?.sentence).toBe(
    "The highest rate is 90% (ANAM and JCG) and the lowest is 50% (JMA). The overall rate is 86%.",
  );
  expect(draw([row("ANAM", 900, 1000), row("JCG", 901, 1000)])?.sentence).toBe(
    "Every institution has the same attendance rate: 90%.",
  );
  expect(draw([row("ANAM", 9, 10)])?.sentence).toBe(
    "ANAM is the only institution with recorded attendance; its rate is 90%.",
  );
});

test.each(locales)("what the chart says is said in full in %s", (locale) => {
  const view = draw([row("ANAM", 9, 10), row("JCG", 1, 2)], locale);
  expect([view?.sentence, view?.chart.title, view?.chart.line?.text].join()).not.toMatch(/\{\{|undefined|chart\./);
  expect(view?.chart.description).toBe(view?.sentence);
});
