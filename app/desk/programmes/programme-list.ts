import { to } from "#app/addresses.ts";
import { programmeListTo } from "#app/workshops/programmes/programme-list.tsx";

export const deskProgrammeList = programmeListTo("deskProgrammes", to.deskProgramme);
