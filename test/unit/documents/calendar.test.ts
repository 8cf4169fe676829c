import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarEvent, calendarFile } from "#app/documents/calendar.ts";
import type { Instant } from "#app/time/instant.ts";

const event: CalendarEvent = {
  uid: "0193-session",
  startsAt: "2026-11-23T15:00:00.000Z",
  endsAt: "2026-11-23T17:00:00.000Z",
  title: "Opening",
  place: "Room 2",
  description: "First line\nSecond line",
  isCancelled: false,
  url: "https://puente.example/en/workshops/MJ-2026-04",
};
const calendar: Calendar = {
  name: "Valuation",
  zone: "America/Mexico_City",
  changedAt: "2026-10-01T12:30:00.000Z",
  events: [event],
};

/** Logical lines: continuation lines are joined. */
const linesOf = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");
const written = (change: Partial<CalendarEvent>) =>
  linesOf(calendarFile({ ...calendar, events: [{ ...event, ...change }] }));

describe("a calendar file", () => {
  const file = calendarFile(calendar);

  test("writes every time in UTC, DTSTAMP too, and names the zone as a hint", () => {
    expect(linesOf(file)).toEqual(
      expect.arrayContaining([
        "DTSTAMP:20261001T123000Z",
        "DTSTART:20261123T150000Z",
        "DTEND:20261123T170000Z",
        "X-WR-TIMEZONE:America/Mexico_City",
      ]),
    );
    expect(file).not.toContain("TZID");
  });

  test("puts the calendar's own properties before its events", () => {
    expect(file.indexOf("X-WR-TIMEZONE")).toBeLessThan(file.indexOf("BEGIN:VEVENT"));
  });

  test("says the same whenever it is made, so that an import updates and doesn't double", () => {
    expect(calendarFile(calendar)).toBe(file);
    expect(linesOf(file)).toContain("UID:0193-session");
  });

  test("outranks the one imported before a change", () => {
    const sequence = (changedAt: Instant) =>
      Number(/SEQUENCE:(\d+)/.exec(calendarFile({ ...calendar, changedAt }))?.[1]);
    expect(sequence("2026-10-01T12:31:00.000Z")).toBeGreaterThan(sequence("2026-10-01T12:30:00.000Z"));
    expect(sequence("2099-01-01T00:00:00.000Z")).toBeLessThan(2 ** 31);
    expect(sequence("2026-10-01T12:30:02.000Z")).toBeGreaterThan(sequence("2026-10-01T12:30:00.000Z"));
    // until November 2026 it counted minutes
    expect(sequence("2026-12-01T00:00:00.000Z")).toBeGreaterThan(Date.parse("2099-01-01T00:00:00.000Z") / 60_000);
  });

  test("ends each line with CR LF, and no line is longer than 75 bytes", () => {
    const long = calendarFile({
      ...calendar,
      events: [{ ...event, title: "税関職員のための評価額の確認と書類の真正性に関するワークショップ".repeat(3) }],
    });
    expect(long.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of long.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(long.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("may be empty", () => {
    expect(linesOf(calendarFile({ ...calendar, events: [] }))).not.toContain("BEGIN:VEVENT");
  });
});

describe("text that wants to be more than text", () => {
  const attacks = [
    "a\r\nATTENDEE:mailto:x@evil.test",
    "a\nEND:VEVENT",
    "a\rX-A:1",
    "a\u0085X-A:1",
    "a\u2028X-A:1",
    "a\u0000b\u0007",
    "\ud800",
  ];

  test.each(attacks)("%j stays one line in every field", (text) => {
    const properties = (lines: string[]) => lines.filter((line) => /^(ATTENDEE|X-A|END:VEVENT)/.test(line)).length;
    for (const field of ["uid", "title", "place", "url", "description"] as const) {
      const lines = written({ [field]: text });
      expect(properties(lines), field).toBe(1);
      expect(lines.join("")).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  });

  test("the calendar's name is escaped as well", () => {
    const lines = linesOf(calendarFile({ ...calendar, name: "a,b;c\\d\r\nX-A:1" }));
    expect(lines).toContain("X-WR-CALNAME:a\\,b\\;c\\\\d X-A:1");
  });

  test("commas, semicolons and backslashes are escaped", () => {
    expect(written({ title: "a, b; c\\" })).toContain("SUMMARY:a\\, b\\; c\\\\");
  });

  test("a description keeps its lines", () => {
    expect(written({ description: "uno\r\ndos\ntres" })).toContain("DESCRIPTION:uno\\ndos\\ntres");
  });
});
