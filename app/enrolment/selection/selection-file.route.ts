import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { selectionList } from "./selection-list.tsx";
import { readSelection, selectionRows } from "./selection-view.ts";

export const loader = listFile("nomination.review", async (visit) => {
  const { db, reach, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const rows = selectionRows(await readSelection(visit, workshop), workshop);
  const chosen = inChosenOrder(rows, selectionList, readChoice(url, selectionList), visit);
  return { list: selectionList, of: workshop.code, rows: chosen };
});
