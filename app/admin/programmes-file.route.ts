import { shortListFile } from "#app/web/doors/list-door.ts";
import { programmeRows } from "#app/workshops/programmes/programme-rows.ts";
import { programmeList } from "./programme-list.ts";

export const loader = shortListFile("programme.change", programmeList, programmeRows);
