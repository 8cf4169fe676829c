import { shortListFile } from "#app/web/doors/list-door.ts";
import { institutionList } from "./institution-list.tsx";
import { institutionRows } from "./institution-rows.ts";

export const loader = shortListFile("programme.change", institutionList, institutionRows);
