import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { dossierList } from "./dossier-list.tsx";
import { dossierGrid } from "./dossier-rows.ts";

export const loader = listFile("participant.change", async (visit) => {
  const { db, reach, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const { tasks, rows } = await dossierGrid(visit, workshop);
  const list = dossierList(tasks);
  return { list, of: workshop.code, rows: inChosenOrder(rows, list, readChoice(url, list), visit) };
});
