const programme = "/desk/programmes/MJ-BORDERS";

/** The pages of a programme under the desk. */
export const programmePages = [
  "/desk/programmes",
  programme,
  `${programme}/indicators`,
  `${programme}/indicators/new`,
  `${programme}/indicators/{indicator}`,
  `${programme}/indicators/{indicator}/facts`,
];

/** Where what stands in addresses is found: the first of a list. */
export const firstOfLists: Record<string, [path: string, link: string]> = {
  member: ["/es/desk/faculty", "main tbody th a"],
  module: ["/es/desk/workshops/MJ-2017-01/modules", "main ol h3 a"],
  indicator: [`/es${programme}/indicators`, "main tbody tr:first-child th a"],
};
