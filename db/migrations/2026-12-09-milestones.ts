import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * On which day a workshop takes a step by itself, and what has become of it. Without a day it is that of the first
 * session.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table workshop_milestone (
    workshop_id text not null references workshop (id),
    step text not null check (step in ('open', 'closed', 'running')),
    due_on text,
    settled_at text,
    outcome text check (outcome in ('taken', 'passed', 'missed')),
    because text not null default '',
    primary key (workshop_id, step)
  )${strict}`,
  "create index workshop_milestone_outcome on workshop_milestone (outcome, due_on)",
];
