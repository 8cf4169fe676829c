import { listWorkshopMail } from "#app/mail/queries.ts";
import { pageByPage } from "#app/tables/list-file.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { asId } from "#db/id.ts";
import { messageList, messageRow } from "./message-list.tsx";

/** So many are read at once. */
const size = 250;

export const loader = listFile("message.read", async ({ db, reach, params, actor, locale }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const rows = pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"mail">(after) };
    const page = await listWorkshopMail(db, { workshopId: workshop.id, place, size });
    return { rows: page.rows.map(messageRow), next: page.next };
  });
  return { list: messageList(actor.zone, locale), of: workshop.code, rows };
});
