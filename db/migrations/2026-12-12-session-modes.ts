import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** How a session is held where it is not as its workshop is. */
export const statements = (_: Ddl): Step[] => [
  "alter table session add column mode text check (mode in ('onSite', 'online', 'hybrid'))",
];
