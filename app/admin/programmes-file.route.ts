import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { programmeList } from "./programme-list.tsx";
import { programmeRows } from "./programme-rows.ts";

export const loader = listFile("programme.change", async (visit) => {
  const choice = readChoice(visit.url, programmeList);
  return { list: programmeList, rows: inChosenOrder(await programmeRows(visit), programmeList, choice, visit) };
});
