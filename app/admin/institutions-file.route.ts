import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { institutionList, institutionRows } from "./institution-list.tsx";

export const loader = listFile("programme.change", async (visit) => {
  const choice = readChoice(visit.url, institutionList);
  return { list: institutionList, rows: inChosenOrder(await institutionRows(visit), institutionList, choice, visit) };
});
