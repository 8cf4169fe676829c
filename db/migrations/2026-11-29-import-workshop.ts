/** The workshop to which the people of a list are to be added; it may be gone by then. */
export const statements = (): string[] => ["alter table people_import add column workshop_id text"];
