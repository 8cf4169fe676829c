import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** Which of two hours is meant where clocks go back and show one twice; null where they show it once. */
export const statements = (_: Ddl): Step[] =>
  ["starts_hour", "ends_hour"].map(
    (column) => `alter table session add column ${column} text check (${column} in ('first', 'second'))`,
  );
