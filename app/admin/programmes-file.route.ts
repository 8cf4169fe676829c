import { shortListFile } from "#app/web/doors/list-door.ts";
import { programmeList } from "./programme-list.tsx";
import { programmeRows } from "./programme-rows.ts";

export const loader = shortListFile("programme.change", programmeList, programmeRows);
