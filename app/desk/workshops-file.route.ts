import { listFile } from "#app/web/doors/list-door.ts";
import { listWorkshopIds } from "#app/workshops/list.queries.ts";
import { workshopRows } from "#app/workshops/view/workshop-view.ts";
import { deskList, readDeskFilter } from "./desk-list.ts";

export const loader = listFile("desk.read", async (visit) => {
  const { db, reach, url } = visit;
  const ids = await listWorkshopIds(db, reach, readDeskFilter(url));
  return { list: deskList, rows: workshopRows(db, ids, visit) };
});
