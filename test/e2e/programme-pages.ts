const programme = "/desk/programmes/MJ-BORDERS";

/** The pages of a programme under the desk. */
export const programmePages = [
  "/desk/programmes",
  programme,
  `${programme}/indicators`,
  `${programme}/indicators/new`,
  `${programme}/indicators/{indicator}`,
  `${programme}/indicators/{indicator}/facts`,
  `${programme}/costs`,
  `${programme}/costs/new`,
  `${programme}/costs/{cost}`,
  `${programme}/tariffs`,
  `${programme}/tariffs/new`,
  `${programme}/tariffs/{tariff}`,
  `${programme}/exchange-rates`,
];

/** Where what stands in addresses is found: the first of a list. */
export const firstOfLists: Record<string, [path: string, link: string]> = {
  member: ["/es/desk/faculty", "main tbody th a"],
  module: ["/es/desk/workshops/MJ-2017-01/modules", "main ol h3 a"],
  cost: [`/es${programme}/costs`, "#list tbody tr:first-child th a"],
  tariff: [`/es${programme}/tariffs`, "main tbody tr:first-child th a"],
  indicator: [`/es${programme}/indicators`, "main tbody tr:first-child th a"],
};
