import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** The plan of a workshop as it was when it was published. */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table original_plan (
    workshop_id text primary key not null references workshop (id),
    plan text not null,
    frozen_at text not null
  )${strict}`,
];
