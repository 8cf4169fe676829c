import type { Holiday } from "#app/time/holidays/holiday.ts";
import { type HolidayCountry, holidayCountries, listHolidays } from "#app/time/holidays/list-holidays.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

/** Days on end that are off in a country under one name: Obon lasts four. */
export type DaysOff = Omit<Holiday, "on"> & { country: HolidayCountry; from: LocalDate; to: LocalDate };

/** What is off in these countries, or in all that are known here: by country, and by day. */
export const listDaysOff = (
  { from, to }: { from: LocalDate; to: LocalDate },
  countries: readonly HolidayCountry[] = holidayCountries,
): DaysOff[] =>
  countries.flatMap((country) => joined(listHolidays(country, from, to)).map((daysOff) => ({ ...daysOff, country })));

function joined(holidays: readonly Holiday[]): Omit<DaysOff, "country">[] {
  const found: Omit<DaysOff, "country">[] = [];
  for (const { on, ...holiday } of holidays) {
    const before = found.at(-1);
    if (before && isSame(before, holiday) && plusLocalDays(before.to, 1) === on) before.to = on;
    else found.push({ ...holiday, from: on, to: on });
  }
  return found;
}

const isSame = (one: Omit<Holiday, "on">, other: Omit<Holiday, "on">) =>
  one.name === other.name && one.kind === other.kind && one.isSubstitute === other.isSubstitute;
