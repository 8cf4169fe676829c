import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { clashList } from "./clash-list.tsx";
import { clashRows, readStanding } from "./clash-rows.ts";

export const loader = listFile("workshop.change", async (visit) => {
  const choice = readChoice(visit.url, clashList);
  const standing = readStanding(visit.url);
  const rows = (await clashRows(visit)).filter((row) => row.standing === standing);
  return { list: clashList, rows: inChosenOrder(rows, clashList, choice, visit) };
});
