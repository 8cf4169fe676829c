import { to } from "#app/addresses.ts";
import { workshopGroups } from "#app/statistics/rules.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { workshopList } from "#app/workshops/view/workshop-list.tsx";

/** A draft has no page yet that a manager could open. */
export const progressWorkshopList = workshopList("progressWorkshops", ({ code, state }, locale) =>
  state === "draft" ? null : to.workshop({ locale, code }),
);

/** Which workshops the address asks for. */
export const readGroup = (url: URL) => queryChoice(url, "group", workshopGroups) ?? "planned";
