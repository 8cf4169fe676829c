import { describe, expect, test } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { sessionTimes } from "#app/timetable/session-times.ts";

function session(zone: string, startsLocal: string, endsLocal: string) {
  return {
    zone,
    startsLocal,
    endsLocal,
    startsAt: wallToInstant(startsLocal, zone) as string,
    endsAt: wallToInstant(endsLocal, zone) as string,
  };
}

const read = (clock: ReturnType<typeof session>, zone: string | null, locale: Locale = "en") =>
  sessionTimes(clock, { locale, zone }, translator(locale));

const morning = session("America/Mexico_City", "2026-11-23T09:00", "2026-11-23T11:00");

describe("nine o'clock in Mexico City is midnight of the next day in Tokyo", () => {
  test.each([
    ["es", "lunes 23 de noviembre de 2026", "Ciudad de México", "Tokio", "día siguiente", "–"],
    ["ja", "2026年11月23日（月）", "メキシコシティ", "東京", "翌日", "〜"],
    ["en", "Monday 23 November 2026", "Mexico City", "Tokyo", "next day", "–"],
  ] as const)("in %s", (locale, day, city, ownCity, shiftLabel, to) => {
    expect(read(morning, "Asia/Tokyo", locale)).toEqual({
      day,
      time: `09:00${to}11:00`,
      city,
      offset: "UTC−6",
      startsAt: "2026-11-23T15:00:00.000Z",
      yours: { time: `00:00${to}02:00`, shift: 1, shiftLabel, city: ownCity, offset: "UTC+9" },
    });
  });
});

describe("the way back", () => {
  const tokyo = session("Asia/Tokyo", "2026-11-23T09:00", "2026-11-23T17:30");

  test.each([
    ["es", "día anterior", "18:00–02:30 (+1 día)"],
    ["ja", "前日", "18:00〜翌日02:30"],
    ["en", "previous day", "18:00–02:30 (+1 day)"],
  ] as const)("names the day before, and an end after midnight, in %s", (locale, shiftLabel, time) => {
    expect(read(tokyo, "America/Mexico_City", locale).yours).toMatchObject({ time, shift: -1, shiftLabel });
  });

  test("names no day where both are on the same one", () => {
    const afternoon = session("Asia/Tokyo", "2026-11-23T16:00", "2026-11-23T17:00");
    expect(read(afternoon, "America/Mexico_City").yours).toMatchObject({
      time: "01:00–02:00",
      shift: 0,
      shiftLabel: "",
    });
  });
});

describe("Tijuana keeps daylight saving time, Mexico City does not", () => {
  test.each([
    ["2026-03-07", "2026-03-07T10:00", "UTC−8", "12:00–13:00"],
    ["2026-03-09", "2026-03-09T10:00", "UTC−7", "11:00–12:00"],
    ["2026-10-31", "2026-10-31T10:00", "UTC−7", "11:00–12:00"],
    ["2026-11-02", "2026-11-02T10:00", "UTC−8", "12:00–13:00"],
  ])("on %s", (_, startsLocal, offset, time) => {
    const border = session("America/Tijuana", startsLocal, startsLocal.replace("T10", "T11"));
    expect(read(border, "America/Mexico_City")).toMatchObject({
      time: "10:00–11:00",
      offset,
      yours: { time, shift: 0, offset: "UTC−6" },
    });
  });

  test("the reader in Tijuana sees the change too", () => {
    const summer = session("America/Mexico_City", "2026-07-01T09:00", "2026-07-01T10:00");
    expect(read(summer, "America/Tijuana").yours).toMatchObject({ time: "08:00–09:00", offset: "UTC−7" });
    expect(read(morning, "America/Tijuana").yours).toMatchObject({ time: "07:00–09:00", offset: "UTC−8" });
  });
});

describe("only the venue's time", () => {
  test.each([
    ["where the reader is in the same zone", "America/Mexico_City"],
    ["where another zone's clocks show the same", "America/Monterrey"],
    ["where the reader's zone is not known", null],
    ["where the reader's zone is none of ours", "Mars/Olympus_Mons"],
  ])("%s", (_, zone) => {
    expect(read(morning, zone).yours).toBeNull();
  });
});

test("every zone has a city's name in every language", async () => {
  const { zones } = await import("#app/time/zones.ts");
  for (const locale of locales) {
    for (const zone of zones) {
      const { city } = read(session(zone, "2026-11-23T09:00", "2026-11-23T10:00"), null, locale);
      expect(city, `${locale} ${zone}`).not.toMatch(/zone\.|_|^$/);
    }
  }
});
