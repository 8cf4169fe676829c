import { findMessage } from "#app/messages/queries.ts";
import { pageByPage } from "#app/tables/list-file.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { asId } from "#db/id.ts";
import { listCopyPage } from "./copies.queries.ts";
import { copyList, copyRow } from "./copy-list.tsx";
import { copyStates } from "./delivery-view.ts";

/** So many are read at once. */
const size = 250;

/** Whom a message was for, and what became of each copy; of a draft, nobody. */
export const loader = listFile("message.write", async ({ db, reach, params, actor, locale, url }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const id = asId<"message">(params.message ?? "");
  const message = orNotFound(await findMessage(db, { workshopId: workshop.id, id }));
  const state = queryChoice(url, "state", copyStates);
  const rows = pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"messageRecipient">(after) };
    const page = await listCopyPage(db, message.id, { place, state, size });
    return { rows: page.rows.map(copyRow), next: page.next };
  });
  return { list: copyList(actor.zone, locale), of: workshop.code, rows };
});
