import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { candidateList } from "./candidate-list.tsx";
import { issueView, minimumOf } from "./issue-view.ts";

export const loader = listFile("certificate.issue", async (visit) => {
  const { db, reach, params, url, locale } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const { rows, former } = await issueView(visit, workshop);
  const { code, zone } = workshop;
  const list = candidateList({ code, zone, minimum: minimumOf(workshop, locale), former, mayEnd: false });
  return { list, of: workshop.code, rows: inChosenOrder(rows, list, readChoice(url, list), visit) };
});
