import { localDate } from "#app/time/wall-time.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { readPlannerFilter } from "./planner-filter.ts";
import { plannerList } from "./planner-list.tsx";
import { plannerRows } from "./planner-rows.ts";

export const loader = listFile("desk.read", async (visit) => {
  const filter = readPlannerFilter(visit.url, localDate(visit.at, visit.actor.zone));
  const { rows } = await plannerRows(visit, filter);
  return { list: plannerList, rows, of: filter.period.name };
});
