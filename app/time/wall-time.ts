import { type Instant, minuteOf } from "./instant.ts";
import type { Zone } from "./zones.ts";

/** A day on a calendar, `2026-11-23`. */
export type LocalDate = `${number}-${number}-${number}`;
/** A time of day, `09:00`. */
export type ClockTime = `${number}:${number}`;
/** What a clock on the wall shows, `2026-11-23T09:00`. */
export type WallTime = `${number}-${number}-${number}T${number}:${number}`;

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** The same sessions are shown on page after page. No clock of today is apart from another by less than a minute. */
const shown = new Map<string, WallTime>();
const mostShown = 5_000;

/** What clocks in `zone` show at an instant. */
export function instantToWall(at: Instant, zone: Zone): WallTime {
  const name = `${minuteOf(at)} ${zone}`;
  const known = shown.get(name);
  if (known) return known;
  const wall = readClock(at, zone);
  if (shown.size >= mostShown) shown.clear();
  shown.set(name, wall);
  return wall;
}

function readClock(at: Instant, zone: Zone): WallTime {
  let clock = clocks.get(zone);
  if (!clock) {
    // Swedish writes dates as ISO 8601 does
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    clocks.set(zone, clock);
  }
  return clock.format(new Date(at)).replace(" ", "T") as WallTime;
}

export const dateOf = (wall: WallTime): LocalDate => wall.slice(0, 10) as LocalDate;
export const timeOf = (wall: WallTime): ClockTime => wall.slice(11, 16) as ClockTime;

/** The calendar day in a zone. */
export const localDate = (at: Instant, zone: Zone): LocalDate => dateOf(instantToWall(at, zone));

/** Whole days from one date to another; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export const plusLocalDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;

export const isLocalDate = (value: string): value is LocalDate => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
};
