import { sessionAnchor } from "#app/timetable/session-anchor.ts";
import { Grid } from "./grid.tsx";
import type { WeekGrid } from "./week-grids.ts";

/** Above the list of sessions: each week at a glance. A phone has the list alone. */
export function WeekPictures({ weeks }: { weeks: readonly WeekGrid[] }) {
  return weeks.map(({ period, grid }, index) => (
    <div key={period} className="timetable-picture mb-6">
      {weeks.length > 1 ? <p className="mb-2 font-bold text-ink">{period}</p> : null}
      <Grid grid={grid} name={`week-${index + 1}`} hrefOf={({ number }) => `#${sessionAnchor(number)}`} />
    </div>
  ));
}
