import type { Ddl } from "#db/dialect/dialect.ts";

/** Changes of a workshop's plan of which nobody is told by itself: the plan before each, and after it. */
export const statements = ({ strict }: Ddl): string[] => [
  `create table withheld_change (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    before_id text not null references told_plan (id),
    after_id text not null references told_plan (id),
    withheld_at text not null
  )${strict}`,
  `create index withheld_change_workshop on withheld_change (workshop_id, id)`,
  `create index withheld_change_before on withheld_change (before_id)`,
  `create index withheld_change_after on withheld_change (after_id)`,
];
