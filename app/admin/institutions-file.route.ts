import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { institutionList } from "./institution-list.tsx";
import { institutionRows } from "./institution-rows.ts";

export const loader = listFile("programme.change", async (visit) => {
  const choice = readChoice(visit.url, institutionList);
  return { list: institutionList, rows: inChosenOrder(await institutionRows(visit), institutionList, choice, visit) };
});
