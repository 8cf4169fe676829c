import { shortListFile } from "#app/web/doors/list-door.ts";
import { venueList } from "./venue-list.tsx";
import { venueRows } from "./venue-rows.ts";

export const loader = shortListFile("venue.change", venueList, venueRows);
