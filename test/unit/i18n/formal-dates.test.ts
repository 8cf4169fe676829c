import { expect, test } from "vitest";
import { comparableDate, comparablePeriod, formalDate, formalDay, formalPeriod } from "#app/i18n/formal-dates.ts";

test("on paper Japanese counts years by eras, and the other languages do not", () => {
  expect(formalDate("ja", "2026-11-23")).toBe("令和8年11月23日");
  expect(formalDay("ja", "2026-11-23")).toBe("令和8年11月23日（月）");
  expect(formalDay("es", "2026-11-23")).toBe("lunes 23 de noviembre de 2026");
  expect(formalDate("en", "2026-11-23")).toBe("23 November 2026");
});

test("an era begins on its day, with a first year that is called so", () => {
  expect(formalDate("ja", "2019-04-30")).toBe("平成31年4月30日");
  expect(formalDate("ja", "2019-05-01")).toBe("令和元年5月1日");
  expect(formalDate("ja", "2017-09-04")).toBe("平成29年9月4日");
});

test("a period names the era's year as often as the year", () => {
  expect(formalPeriod("ja", "2026-11-25", "2026-12-02")).toBe("令和8年11月25日〜12月2日");
  expect(formalPeriod("ja", "2026-12-28", "2027-01-08")).toBe("令和8年12月28日〜令和9年1月8日");
  expect(formalPeriod("es", "2026-11-25", "2026-12-02")).toBe("25 de noviembre – 2 de diciembre de 2026");
});

test("what is compared with a paper has both years", () => {
  expect(comparableDate("ja", "2017-09-22")).toBe("2017年（平成29年）9月22日");
  expect(comparablePeriod("ja", "2026-12-28", "2027-01-08")).toBe("2026年（令和8年）12月28日〜2027年（令和9年）1月8日");
  expect(comparableDate("es", "2017-09-22")).toBe("22 de septiembre de 2017");
});
