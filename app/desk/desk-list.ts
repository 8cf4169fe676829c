import { to } from "#app/addresses.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { states } from "#app/workshops/rules.ts";
import { workshopList } from "#app/workshops/view/workshop-list.tsx";

export const deskList = workshopList("desk", ({ code }, locale) => to.overview({ locale, code }));

/** What the desk's address asks for. */
export const readDeskFilter = (url: URL) => ({ q: queryText(url, "q"), state: queryChoice(url, "state", states) });
