import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { venueList } from "./venue-list.tsx";
import { venueRows } from "./venue-rows.ts";

export const loader = listFile("venue.change", async (visit) => {
  const choice = readChoice(visit.url, venueList);
  return { list: venueList, rows: inChosenOrder(await venueRows(visit), venueList, choice, visit) };
});
