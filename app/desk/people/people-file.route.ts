import { listPeopleWithin } from "#app/enrolment/people/people-list.queries.ts";
import { pageByPage } from "#app/tables/list-file.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { asId } from "#db/id.ts";
import { reachedPeople } from "./people-list.tsx";
import { peopleRows, readPeopleFilter } from "./people-rows.ts";

/** So many are read at once. */
const size = 250;

export const loader = listFile("person.read", async (visit) => {
  const { db, locale, reach } = visit;
  const { filter } = await readPeopleFilter(visit, reach);
  const rowsOf = await peopleRows(visit);
  const rows = pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"person">(after) };
    const page = await listPeopleWithin(db, reach, { ...filter, place, locale, size });
    return { rows: rowsOf(page.rows), next: page.next };
  });
  return { list: reachedPeople, rows };
});
