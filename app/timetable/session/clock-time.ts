import type { ClockTime } from "#app/time/wall-time.ts";

/** 09:00 from 9:00, 900 or ９：００; null where it is no time of day. */
export function clockTime(typed: string): ClockTime | null {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.h]?(\d{2})$/.exec(typed.normalize("NFKC").trim()) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return isTimeOfDay(time) ? time : null;
}

export const isTimeOfDay = (text: string): text is ClockTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
