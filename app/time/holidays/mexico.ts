import { plusLocalDays } from "#app/time/wall-time.ts";
import type { Holiday, HolidayName } from "./holiday.ts";
import { dayOf, easterOf, nthMonday } from "./moving-days.ts";

/** Article 74 of the Federal Labour Law; Thursday and Friday of Holy Week are off by the habit of most offices. */
export function mexicanHolidays(year: number): Holiday[] {
  const easter = easterOf(year);
  return [
    off(dayOf(year, 1, 1), "newYear"),
    off(nthMonday(year, 2, 1), "constitution"),
    off(nthMonday(year, 3, 3), "juarez"),
    off(plusLocalDays(easter, -3), "holyThursday", "advice"),
    off(plusLocalDays(easter, -2), "goodFriday", "advice"),
    off(dayOf(year, 5, 1), "labour"),
    off(dayOf(year, 9, 16), "independence"),
    ...transferOf(year),
    off(nthMonday(year, 11, 3), "revolution"),
    off(dayOf(year, 12, 25), "christmas"),
  ];
}

/** Each six years a president takes office: on 1 December until 2018, on 1 October since 2024. */
function transferOf(year: number): Holiday[] {
  if (year % 6 !== 2) return [];
  return [off(dayOf(year, year < 2024 ? 12 : 10, 1), "transfer")];
}

const off = (on: Holiday["on"], name: HolidayName, kind: Holiday["kind"] = "public"): Holiday => ({
  ...{ on, name, kind },
  isSubstitute: false,
});
