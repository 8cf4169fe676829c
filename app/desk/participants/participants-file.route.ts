import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { participantList } from "./participant-list.tsx";
import { participantsView } from "./participants-view.ts";

export const loader = listFile("participant.read", async (visit) => {
  const { db, reach, params, actor, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const list = participantList(actor.zone);
  const { roster, rowsOf } = await participantsView(visit, workshop);
  return { list, of: workshop.code, rows: inChosenOrder(rowsOf(roster), list, readChoice(url, list), visit) };
});
