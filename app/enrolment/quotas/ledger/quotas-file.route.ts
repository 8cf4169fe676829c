import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { ledgerList } from "./ledger-list.tsx";
import { ledgerRows, readLedger } from "./ledger-view.ts";

export const loader = listFile("participant.read", async (visit) => {
  const { db, reach, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const list = ledgerList();
  const rows = ledgerRows(await readLedger(visit, workshop), workshop, visit);
  return { list, of: workshop.code, rows: inChosenOrder(rows, list, readChoice(url, list), visit) };
});
