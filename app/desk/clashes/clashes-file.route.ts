import { listFile } from "#app/web/doors/list-door.ts";
import { clashList } from "./clash-list.tsx";
import { clashRows, readDays, readStanding } from "./clash-rows.ts";

export const loader = listFile("workshop.change", async (visit) => {
  const { rows } = await clashRows(visit, await readDays(visit), { standing: readStanding(visit.url) });
  return { list: clashList, rows };
});
