import { shortListFile } from "#app/web/doors/list-door.ts";
import { deskProgrammeList } from "./programme-list.tsx";
import { deskProgrammeRows } from "./programme-rows.ts";

export const loader = shortListFile("programme.read", deskProgrammeList, deskProgrammeRows);
