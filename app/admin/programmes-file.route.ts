import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { programmeList, programmeRows } from "./programme-list.tsx";

export const loader = listFile("programme.change", async (visit) => {
  const choice = readChoice(visit.url, programmeList);
  return { list: programmeList, rows: inChosenOrder(await programmeRows(visit), programmeList, choice, visit) };
});
