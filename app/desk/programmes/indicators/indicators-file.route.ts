import { asChosen } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { indicatorList } from "./indicator-list.tsx";
import { indicatorRows } from "./indicator-rows.ts";

export const loader = listFile("programme.read", async (visit) => ({
  list: indicatorList,
  rows: asChosen(await indicatorRows(visit), indicatorList, visit).rows,
  of: visit.params.code?.toUpperCase(),
}));
