import { attendanceRate } from "#app/attendance/measures.rules.ts";
import type { Measure } from "#app/programmes/indicators/rules.ts";
import { sumOfCells } from "#app/statistics/cells.ts";
import { upToDate } from "#app/statistics/memory.ts";
import { sumOf } from "#app/statistics/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { countAttended, countBySex } from "./measured.queries.ts";
import { personHoursOf, womenShareOf } from "./measured.rules.ts";

type Computed = Exclude<Measure, "typed">;

/** What a programme's workshops add up to now, in hundredths; null where there is nothing to measure yet. */
export async function findMeasured(
  db: Reader,
  programmeId: Id<"programme">,
  asked: readonly Measure[],
): Promise<Record<Computed, number | null>> {
  const { cells } = await upToDate(db);
  const { workshops, origins } = sumOfCells([...cells.values()].filter((cell) => cell.programmeId === programmeId));
  const figures = sumOf(origins);
  const rate = attendanceRate(figures);
  return {
    workshops: workshops.completed * 100,
    people: figures.attending * 100,
    certificates: figures.certified * 100,
    attendance: rate === null ? null : Math.round(rate * 10_000),
    personHours: asked.includes("personHours") ? personHoursOf(await countAttended(db, programmeId)) : null,
    womenShare: asked.includes("womenShare") ? womenShareOf(await countBySex(db, programmeId)) : null,
  };
}
