import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** When a workshop was postponed, by how many days and why, and as `former` how it stood before: to be taken back. */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table postponement (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    days integer not null check (days > 0),
    starts_on text not null,
    ends_on text not null,
    former text not null,
    reason text not null,
    postponed_at text not null
  )${strict}`,
  "create index postponement_workshop on postponement (workshop_id)",
];
