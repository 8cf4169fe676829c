import { sumOfCells } from "#app/statistics/cells.ts";
import { upToDate } from "#app/statistics/memory.ts";
import { sumOf } from "#app/statistics/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { fiscalCountries, fiscalYearsOf } from "./fiscal-years.rules.ts";

type Programme = { id: Id<"programme">; startsOn: LocalDate; endsOn: LocalDate };

/** What a programme's workshops add up to in each fiscal year of both countries: a workshop counts where it begins. */
export async function findFiscalYears(db: Reader, { id, startsOn, endsOn }: Programme) {
  const { cells } = await upToDate(db);
  const own = [...cells.values()].filter(({ programmeId }) => programmeId === id);
  return fiscalCountries.map((country) => ({
    country,
    years: fiscalYearsOf(country, startsOn, endsOn).map((year) => {
      const within = own.filter(({ month }) => `${month}-01` >= year.from && `${month}-01` <= year.to);
      const { workshops, origins } = sumOfCells(within);
      const { attending, certified } = sumOf(origins);
      return {
        ...year,
        held: workshops.completed,
        toCome: workshops.planned + workshops.running,
        people: attending,
        certificates: certified,
      };
    }),
  }));
}
