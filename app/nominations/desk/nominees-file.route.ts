import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { nomineeList } from "./nominee-list.tsx";
import { nomineeRows } from "./nominees-view.ts";

export const loader = listFile("nomination.review", async (visit) => {
  const { db, reach, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const rows = inChosenOrder(await nomineeRows(visit, workshop), nomineeList, readChoice(url, nomineeList), visit);
  return { list: nomineeList, of: workshop.code, rows };
});
