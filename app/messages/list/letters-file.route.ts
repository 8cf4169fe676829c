import { pageByPage } from "#app/tables/list-file.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { asId } from "#db/id.ts";
import { letterColumns, letterRow } from "./letter-list.tsx";
import { listLetters } from "./letters.queries.ts";
import { letterFilter } from "./list-view.ts";

/** So many are read at once. */
const size = 250;

export const loader = listFile("message.read", async ({ db, reach, params, actor, locale, url }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const filter = letterFilter(url);
  const rows = pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"outbox">(after) };
    const page = await listLetters(db, workshop.id, { ...filter, place, size });
    return { rows: page.rows.map(letterRow), next: page.next };
  });
  return { list: letterColumns(workshop.code, actor.zone, locale), of: workshop.code, rows };
});
