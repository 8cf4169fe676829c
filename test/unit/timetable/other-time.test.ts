import { describe, expect, test } from "vitest";
import { clockTime, endTime } from "#app/time/clock-time.ts";
import { otherTime } from "#app/timetable/clocks/other-time.ts";

describe("a time of day as people type it", () => {
  test.each([
    ["09:00", "09:00"],
    ["9:00", "09:00"],
    ["900", "09:00"],
    ["14.30", "14:30"],
    ["14h30", "14:30"],
    ["０９：００", "09:00"],
    [" 23:59 ", "23:59"],
  ])("%s is %s", (typed, time) => {
    expect(clockTime(typed)).toBe(time);
  });

  test.each(["", "24:00", "9", "12:60", "9 pm", "1e3", "99999"])("%j is none", (typed) => {
    expect(clockTime(typed)).toBeNull();
  });

  test("24:00 ends a day, and nothing else that is no time of day does", () => {
    expect(["24:00", "2400", "２４：００", "9:30"].map(endTime)).toEqual(["24:00", "24:00", "24:00", "09:30"]);
    expect(["24:01", "25:00", "", "9"].map(endTime)).toEqual([null, null, null, null]);
  });
});

describe("the other clock", () => {
  test("09:00 to 11:00 in Mexico City is 00:00 to 02:00 in Tokyo, a day later", () => {
    const typed = { date: "2026-11-23", startsTime: "09:00", endsTime: "11:00", endsNextDay: false };
    expect(otherTime(typed, "America/Mexico_City", "Asia/Tokyo")).toEqual({ from: "00:00", to: "02:00", shift: 1 });
  });

  test("takes an end at midnight, and one on the next day, as they are meant", () => {
    const typed = { date: "2026-11-23", startsTime: "18:00", endsNextDay: false };
    const inTokyo = (endsTime: string, endsNextDay = false) =>
      otherTime({ ...typed, endsTime, endsNextDay }, "America/Mexico_City", "Asia/Tokyo");
    expect(inTokyo("24:00")).toEqual({ from: "09:00", to: "15:00", shift: 1 });
    expect(inTokyo("00:00", true)).toEqual({ from: "09:00", to: "15:00", shift: 1 });
  });

  test("says the beginning while the end is not typed yet, and nothing while the date is not", () => {
    const typed = { date: "2026-11-23", startsTime: "9:00", endsTime: "1", endsNextDay: false };
    expect(otherTime(typed, "Asia/Tokyo", "America/Mexico_City")).toEqual({ from: "18:00", to: null, shift: -1 });
    expect(otherTime({ ...typed, date: "" }, "Asia/Tokyo", "America/Mexico_City")).toBeNull();
  });
});
