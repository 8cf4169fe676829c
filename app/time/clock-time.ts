import type { ClockTime } from "./wall-time.ts";

/** 09:00 from 9:00, 900 or ９：００; null where it is no time of day. */
export function clockTime(typed: string): ClockTime | null {
  const time = spelledOut(typed);
  return isTimeOfDay(time) ? time : null;
}

/** The same of an end, which may be 24:00. */
export function endTime(typed: string): ClockTime | null {
  const time = spelledOut(typed);
  return isEndOfSession(time) ? time : null;
}

function spelledOut(typed: string): string {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.h]?(\d{2})$/.exec(typed.normalize("NFKC").trim()) ?? [];
  return `${hours.padStart(2, "0")}:${minutes}`;
}

export const isEndOfSession = (text: string): text is ClockTime => text === "24:00" || isTimeOfDay(text);

export const isTimeOfDay = (text: string): text is ClockTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
