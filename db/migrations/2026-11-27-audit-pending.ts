import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * Entries wait here for their place in the chain. What counts the changes that pages show goes on from where it stood.
 */
export const statements = ({ strict }: Ddl): string[] => [
  `create table audit_pending (
    id text primary key not null,
    at text not null,
    account_id text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    details text not null,
    is_shown integer not null check (is_shown in (0, 1))
  )${strict}`,
  // counted by nearly every request, also where nobody seals and they become many
  "create index audit_pending_shown on audit_pending (id) where is_shown = 1",
  "alter table audit_head rename column shown_seq to shown_count",
];
