import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CalendarEvent, calendarFile } from "#app/documents/calendar.ts";
import type { Instant } from "#app/time/instant.ts";
import { findTool } from "#test/support/tools.ts";

const opening: CalendarEvent = {
  ...{ uid: "0193-opening", title: "Inauguración; 開講式, y más", place: "Sala 2, Escuela" },
  ...{ startsAt: "2026-11-23T15:00:00.000Z", endsAt: "2026-11-23T17:00:00.000Z", isCancelled: false },
  ...{ description: `Imparte: María Núñez\n${"説明".repeat(60)}`, url: "https://puente.example/es/workshops/MJ-1" },
};
const visit: CalendarEvent = { ...opening, uid: "0193-visit", title: "Visita", startsAt: "2026-11-24T15:00:00.000Z" };
const events = [opening, { ...visit, endsAt: "2026-11-24T18:00:00.000Z" as Instant }] as const;

const fileOf = (changedAt: Instant, own: readonly CalendarEvent[]) =>
  calendarFile({ name: "Valoración; 関税評価", zone: "America/Mexico_City", changedAt, events: [...own] });

const before = fileOf("2026-10-01T12:30:00.000Z", events);
/** The first was moved to another time and day, the second cancelled. */
const after = fileOf("2026-10-02T08:00:00.000Z", [
  { ...opening, startsAt: "2026-11-25T20:00:00.000Z", endsAt: "2026-11-25T22:00:00.000Z" },
  { ...events[1], isCancelled: true },
]);

const reader = `
import sys, json
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps({"method": str(calendar["METHOD"]), "name": str(calendar["X-WR-CALNAME"]), "events": [{
  "uid": str(e["UID"]), "start": e["DTSTART"].dt.isoformat(), "stamp": e["DTSTAMP"].dt.isoformat(),
  "sequence": int(e["SEQUENCE"]), "status": str(e.get("STATUS", "")), "summary": str(e["SUMMARY"]),
  "description": str(e["DESCRIPTION"])} for e in calendar.walk("VEVENT")]}))
`;

type Read = {
  method: string;
  name: string;
  events: Record<"uid" | "start" | "stamp" | "status" | "summary" | "description" | "sequence", string>[];
};

const readByPython = (file: string): Read =>
  JSON.parse(execFileSync("/usr/bin/python3", ["-c", reader], { input: file, encoding: "utf8" }));

let home = "";
beforeEach(() => (home = mkdtempSync(join(tmpdir(), "puente-khal-"))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A calendar of khal's in a folder of its own, whose clock is that of a place. */
function khalIn(zone: string) {
  mkdirSync(join(home, "calendar"), { recursive: true });
  const config = `[calendars]
[[puente]]
path = ${join(home, "calendar")}
[sqlite]
path = ${join(home, "khal.db")}
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;
  writeFileSync(join(home, "config"), config);
  const run = (...words: string[]) =>
    execFileSync(findTool("khal") as string, ["-c", join(home, "config"), ...words], {
      ...{ encoding: "utf8", env: { ...process.env, HOME: home, LC_ALL: "C.UTF-8" } },
    });
  return {
    takeIn: (file: string) => {
      writeFileSync(join(home, "puente.ics"), file);
      run("import", "--batch", "-a", "puente", join(home, "puente.ics"));
    },
    list: (from: string, until: string) =>
      run("list", "--day-format", "", "--format", "{start-long} {title} {status}", from, until)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
  };
}

describe.skipIf(!findTool("khal"))("calendars as others read them", { timeout: 90_000 }, () => {
  test("python3-icalendar reads every word as it was written, in UTC, with a revision that outranks the former", () => {
    const [former, later] = [readByPython(before), readByPython(after)];
    expect(former).toMatchObject({ method: "PUBLISH", name: "Valoración; 関税評価" });
    expect(former.events.map(({ uid, start, summary, description }) => [uid, start, summary, description])).toEqual(
      events.map(({ uid, startsAt, title, description }) => [
        ...[uid, startsAt.replace(".000Z", "+00:00"), title, description],
      ]),
    );
    for (const [index, { uid, sequence, stamp }] of later.events.entries()) {
      expect(uid).toBe(former.events[index]?.uid);
      expect(Number(sequence)).toBeGreaterThan(Number(former.events[index]?.sequence));
      expect(stamp).toBe("2026-10-02T08:00:00+00:00");
    }
    expect(later.events.map(({ status }) => status)).toEqual(["", "CANCELLED"]);
  });

  test("khal: taken in twice, one moved and one cancelled: one entry at the new time, and none that stands", () => {
    const khal = khalIn("America/Mexico_City");
    for (const file of [before, before]) khal.takeIn(file);
    expect(khal.list("2026-11-20", "2026-11-30")).toEqual([
      `2026-11-23 09:00 ${opening.title}`,
      `2026-11-24 09:00 ${visit.title}`,
    ]);
    for (const file of [after, after]) khal.takeIn(file);
    expect(khal.list("2026-11-20", "2026-11-30").filter((line) => !line.includes("CANCELLED"))).toEqual([
      `2026-11-25 14:00 ${opening.title}`,
    ]);
  });

  test.each([
    ["before Mexico gave up summer time", "2021-07-05T14:00:00.000Z", "2021-07-05 09:00"],
    ["since then", "2026-07-06T15:00:00.000Z", "2026-07-06 09:00"],
  ] as const)("khal shows the hour on the wall %s", (_when, startsAt, shown) => {
    const khal = khalIn("America/Mexico_City");
    const endsAt = startsAt.replace(":00:00", ":45:00") as Instant;
    khal.takeIn(fileOf("2021-01-01T00:00:00.000Z", [{ ...opening, startsAt, endsAt }]));
    const [year] = shown.split("-", 1);
    expect(khal.list(`${year}-07-01`, `${year}-07-10`)).toEqual([`${shown} ${opening.title}`]);
  });
});
