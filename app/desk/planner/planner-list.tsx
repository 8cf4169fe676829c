import { to } from "#app/addresses.ts";
import type { List, ListColumn } from "#app/tables/list.ts";
import { workshopList } from "#app/workshops/view/workshop-list.tsx";
import type { PlannedRow } from "./planner-rows.ts";

const workshops = workshopList("planner", ({ code }, locale) => to.overview({ locale, code }));

const own: ListColumn<PlannedRow>[] = [
  { name: "host", label: (t) => t("workshops:facts.host"), value: ({ host }) => host, width: 40 },
  { name: "programme", label: (t) => t("planner:filter.programme"), value: ({ programme }) => programme, width: 40 },
  {
    name: "coordinators",
    label: (t) => t("planner:group.coordinator"),
    value: ({ coordinators }) => coordinators.map(({ name }) => name).join("; "),
    width: 32,
  },
  {
    name: "clashes",
    label: (t) => t("planner:legend.clash"),
    value: ({ clashes }) => clashes.join(" "),
    width: 48,
  },
];

/** The planner's workshops as a file. Its page draws them as bars. */
export const plannerList: List<PlannedRow> = { ...workshops, columns: [...workshops.columns, ...own] };
