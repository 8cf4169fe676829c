import type { Reach } from "#app/access/permissions.ts";

/** A reach to which a test adds the places that it is about. */
export const nowhere: Reach = { everywhere: false, programmeIds: [], workshopIds: [], institutionIds: [] };
