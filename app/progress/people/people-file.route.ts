import { listFile } from "#app/web/doors/list-door.ts";
import { peopleList } from "./people-list.tsx";
import { allPeople } from "./people-view.ts";

export const loader = listFile("progress.read", async (visit) => ({
  list: peopleList,
  rows: await allPeople(visit),
}));
