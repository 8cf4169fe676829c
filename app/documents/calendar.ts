import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { oneLine } from "./one-line.ts";

export type CalendarEvent = {
  /** Stays the same for ever, or an imported calendar shows the event twice. */
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  title: string;
  place: string;
  description: string;
  url: string;
  /** Takes the event out of calendars that have it already. */
  isCancelled: boolean;
  /** When it last changed, where a calendar has events of several origins. */
  changedAt?: Instant;
};

export type Calendar = {
  name: string;
  /** Where the events take place: a display hint for calendar programs. */
  zone: Zone;
  /** When the content last changed. */
  changedAt: Instant;
  events: CalendarEvent[];
};

/**
 * An iCalendar file (RFC 5545). All times are UTC: programs with old zone tables still give Mexico City the daylight
 * saving time that it abolished in 2022, and would move a named time by an hour.
 */
export function calendarFile({ name, zone, changedAt, events }: Calendar): string {
  const calendar = ical({ prodId: "//Puente//Puente//EN", method: ICalCalendarMethod.PUBLISH, name: escaped(name) });
  for (const event of events) calendar.createEvent(eventOf(event, event.changedAt ?? changedAt));
  // we do not give the zone to the library: it would make every time a local one, DTSTAMP too
  return `${calendar.toString().replace(/^PRODID:.*\r\n/m, `$&X-WR-TIMEZONE:${oneLine(zone)}\r\n`)}\r\n`;
}

/** As finely as a number of 31 bits can tell moments apart until the end of the century. */
const revisionMs = 2_000;

const eventOf = (
  { uid, startsAt, endsAt, title, place, description, url, isCancelled }: CalendarEvent,
  changedAt: Instant,
) => ({
  id: oneLine(uid),
  start: new Date(startsAt),
  end: new Date(endsAt),
  stamp: new Date(changedAt),
  lastModified: new Date(changedAt),
  // a later revision must outrank the one already imported
  sequence: Math.floor(Date.parse(changedAt) / revisionMs),
  summary: oneLine(title),
  location: oneLine(place) || null,
  description: { plain: lines(description) },
  url: oneLine(url),
  status: isCancelled ? ICalEventStatus.CANCELLED : null,
});

const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join("\n")
    .trim();

/** The library writes a calendar's name as it is. */
const escaped = (text: string) => oneLine(text).replace(/[\\;,]/g, "\\$&");
