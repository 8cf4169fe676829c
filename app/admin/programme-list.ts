import { to } from "#app/addresses.ts";
import { programmeListTo } from "#app/workshops/programmes/programme-list.tsx";

export const programmeList = programmeListTo("programmes", to.programme);
