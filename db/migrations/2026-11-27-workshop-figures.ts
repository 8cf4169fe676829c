import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * The figures of each workshop as of an entry of the audit, so that no process has to count everything anew when it
 * starts. They are read whole, and go with a draft that is removed.
 */
export const statements = ({ strict }: Ddl): string[] => [
  `create table workshop_figures (
    workshop_id text primary key not null references workshop (id) on delete cascade,
    origins text not null
  )${strict}`,
  `create table figures_head (id integer primary key not null check (id = 1), seq integer not null)${strict}`,
  "insert into figures_head (id, seq) values (1, -1)",
];
