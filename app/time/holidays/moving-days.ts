import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

export const dayOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as LocalDate;

/** 0 is Sunday. */
export const weekdayOf = (on: LocalDate) => new Date(`${on}T00:00:00Z`).getUTCDay();

/** The first, second or third Monday of a month. */
export function nthMonday(year: number, month: number, nth: number): LocalDate {
  const first = dayOf(year, month, 1);
  return plusLocalDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1));
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterOf(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + leaps + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return plusLocalDays(dayOf(year, 3, 22), moon + sunday - 7 * late);
}

/** Days in March and September on which the equinoxes fall in Japan, from 1980 to 2099. */
const equinoxes = { 3: 20.8431, 9: 23.2488 };
const yearDays = 365.242194;

/**
 * The day of an equinox on Japan's calendar, by the formula in common use there. The Cabinet proclaims each in the
 * February before, and has never had another.
 */
export function equinoxOf(year: number, month: keyof typeof equinoxes): LocalDate {
  const since = year - 1980;
  return dayOf(year, month, Math.floor(equinoxes[month] + (yearDays - 365) * since) - Math.floor(since / 4));
}
