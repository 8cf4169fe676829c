import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * Work that takes long, in units: the cursor moves in the transaction of its units, so each is done once.
 * A claim has a number of its own: whoever has lost theirs moves the cursor no more.
 */
export const statements = ({ strict }: Ddl): string[] => [
  `create table work (
    id text primary key not null,
    account_id text not null references account (id),
    kind text not null,
    payload text not null,
    title text not null,
    result_path text,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
    units_done integer not null,
    units_total integer,
    note text,
    is_stop_asked integer not null check (is_stop_asked in (0, 1)),
    claims integer not null,
    attempts integer not null,
    due_at text not null,
    claimed_until text,
    last_error text,
    created_at text not null,
    changed_at text not null,
    ended_at text
  )${strict}`,
  "create index work_account on work (account_id, created_at)",
  "create index work_due on work (due_at) where ended_at is null",
  "create index work_ended on work (ended_at) where ended_at is not null",
];
