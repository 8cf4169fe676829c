import { expect, test } from "vitest";
import { cityInstant } from "#app/i18n/city-of.ts";
import {
  collator,
  dayWords,
  formatDate,
  formatDay,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShortPeriod,
} from "#app/i18n/format.ts";
import { locales, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { dayInWords } from "#app/time/day-in-words.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";

test("a browser writes a day as the server does", () => {
  for (const locale of locales)
    for (let day = 0; day < 800; day += 1) {
      const date = plusLocalDays("2026-01-01", day);
      expect(dayInWords(date, dayWords(locale))).toBe(formatDay(locale, date));
    }
  for (const none of ["", "2026-02-30", "12/07/2026", "<b>"]) expect(dayInWords(none, dayWords("es"))).toBe("");
});

test("dates read as each country writes them", () => {
  expect(locales.map((locale) => formatDate(locale, "2026-11-23"))).toEqual([
    "23 de noviembre de 2026",
    "2026年11月23日",
    "23 November 2026",
  ]);
  expect(formatDay("es", "2026-11-23")).toBe("lunes 23 de noviembre de 2026");
  expect(formatDay("en", "2026-11-23")).toBe("Monday 23 November 2026");
});

test.each([
  ["es", "2026-11-27", "23–27 de noviembre de 2026"],
  ["es", "2026-12-04", "23 de noviembre – 4 de diciembre de 2026"],
  ["es", "2027-01-08", "23 de noviembre de 2026 – 8 de enero de 2027"],
  ["es", "2026-11-23", "23 de noviembre de 2026"],
  ["ja", "2026-11-27", "2026年11月23日〜27日"],
  ["ja", "2026-12-04", "2026年11月23日〜12月4日"],
  ["ja", "2027-01-08", "2026年11月23日〜2027年1月8日"],
  ["ja", "2026-11-23", "2026年11月23日"],
  ["en", "2026-11-27", "23–27 November 2026"],
] as const)("a period names what its days share once: %s until %s", (locale, to, text) => {
  expect(formatPeriod(locale, "2026-11-23", to)).toBe(text);
});

test.each([
  ["es", "2026-12-07", "2026-12-07", "7 dic 2026"],
  ["es", "2026-12-07", "2026-12-14", "7–14 dic 2026"],
  ["es", "2026-11-24", "2026-12-01", "24 nov – 1 dic 2026"],
  ["es", "2026-12-30", "2027-01-02", "30 dic 2026 – 2 ene 2027"],
  ["es", "2025-12-07", "2026-12-07", "7 dic 2025 – 7 dic 2026"],
  ["ja", "2026-12-07", "2026-12-07", "2026/12/7"],
  ["ja", "2026-12-07", "2026-12-14", "2026/12/7〜12/14"],
  ["ja", "2026-10-31", "2026-11-01", "2026/10/31〜11/1"],
  ["ja", "2026-12-30", "2027-01-02", "2026/12/30〜2027/1/2"],
  ["en", "2026-12-07", "2026-12-14", "7–14 Dec 2026"],
  ["en", "2026-11-24", "2026-12-01", "24 Nov – 1 Dec 2026"],
  ["en", "2026-12-30", "2027-01-02", "30 Dec 2026 – 2 Jan 2027"],
] as const)("a period in a table names what its days share once: %s, %s until %s", (locale, from, to, text) => {
  expect(formatShortPeriod(locale, from, to)).toBe(text);
});

test("instants show the clock of the given zone, in 24 hours", () => {
  expect(formatInstant("es", "2026-11-23T15:05:00.000Z", "America/Mexico_City")).toBe("23 nov 2026, 09:05");
  expect(formatInstant("ja", "2026-11-23T15:05:00.000Z", "Asia/Tokyo")).toBe("2026年11月24日 00:05");
});

test("numbers and shares", () => {
  expect(formatNumber("es", 12345)).toBe("12,345");
  expect(formatShare("en", 0.857)).toBe("86%");
  expect(formatShare("ja", null)).toBe("–");
});

test.each([
  [0, "0 minutos", "0分", "0 minutes"],
  [25, "25 minutos", "25分", "25 minutes"],
  [90, "1 hora y 30 minutos", "1時間30分", "1 hour, 30 minutes"],
  [120, "2 horas", "2時間", "2 hours"],
])("%i minutes say how long something was, to the minute", (minutes, es, ja, en) => {
  expect((["es", "ja", "en"] as const).map((locale) => formatDuration(locale, minutes))).toEqual([es, ja, en]);
});

test("Spanish sorts ñ after n, and accents with their letters", () => {
  expect(["zapata", "ñandú", "nube", "álamo", "abeto"].sort(collator("es"))).toEqual([
    "abeto",
    "álamo",
    "nube",
    "ñandú",
    "zapata",
  ]);
});

test("a missing language falls back and is named", () => {
  expect(textIn({ es: "Taller", ja: " " }, "ja")).toEqual({ text: "Taller", lang: "es" });
  expect(textIn({ ja: "研修" }, "en")).toEqual({ text: "研修", lang: "ja" });
  expect(textIn({}, "en")).toEqual({ text: "", lang: "en" });
});

test("an instant that stands alone says whose clock it is", () => {
  const at = "2026-11-23T15:05:00.000Z";
  const inTokyo = (locale: "es" | "ja" | "en") => cityInstant({ locale, t: translator(locale) }, at, "Asia/Tokyo");
  expect(inTokyo("es")).toBe("24 nov 2026, 00:05 (Tokio)");
  expect(inTokyo("ja")).toBe("2026年11月24日 00:05（東京）");
  expect(inTokyo("en")).toBe("24 Nov 2026, 00:05 (Tokyo)");
});
