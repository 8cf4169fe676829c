import { listFile } from "#app/web/doors/list-door.ts";
import { workshopRows } from "#app/workshops/view/workshop-view.ts";
import { listGroupIds } from "./rows.queries.ts";
import { readScope } from "./scope.ts";
import { progressWorkshopList, readGroup } from "./workshops-list.ts";

export const loader = listFile("progress.read", async (visit) => {
  const { scope } = await readScope(visit);
  const ids = await listGroupIds(visit.db, scope, readGroup(visit.url));
  return { list: progressWorkshopList, rows: workshopRows(visit.db, ids, visit) };
});
