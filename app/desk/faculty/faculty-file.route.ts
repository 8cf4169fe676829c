import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { facultyList } from "./faculty-list.tsx";
import { facultyRows } from "./faculty-rows.ts";

export const loader = listFile("faculty.change", async (visit) => {
  const choice = readChoice(visit.url, facultyList);
  return { list: facultyList, rows: inChosenOrder((await facultyRows(visit)).rows, facultyList, choice, visit) };
});
