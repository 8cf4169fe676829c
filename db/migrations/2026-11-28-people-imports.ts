import type { Ddl } from "#db/dialect/dialect.ts";

const states = "'receiving', 'checking', 'asked', 'refused', 'checked', 'applying', 'applied', 'undoing', 'undone'";

/**
 * Lists of people that somebody has sent: the file until it is read, and its rows until they are done with. A row keeps
 * what it has done, so that all of it can be undone.
 */
export const statements = ({ strict, byKey, bytes }: Ddl): string[] => [
  `create table people_import (
    id text primary key not null,
    account_id text not null references account (id),
    programme_id text not null references programme (id),
    state text not null check (state in (${states})),
    file_name text not null,
    file_hash text,
    form_key text,
    encoding text,
    facts text not null,
    problem text,
    work_id text,
    created_at text not null,
    changed_at text not null,
    applied_at text
  )${strict}`,
  "create index people_import_account on people_import (account_id, created_at)",
  "create index people_import_changed on people_import (changed_at)",
  "create index people_import_programme on people_import (programme_id)",
  `create table people_import_chunk (
    import_id text not null references people_import (id),
    number integer not null,
    bytes ${bytes} not null,
    primary key (import_id, number)
  )${strict}`,
  `create table people_import_row (
    import_id text not null references people_import (id),
    number integer not null,
    line integer not null,
    outcome text not null check (outcome in ('new', 'changed', 'same', 'asked', 'wrong')),
    facts text not null,
    errors text not null,
    matched_by text check (matched_by in ('email', 'name')),
    candidates text not null,
    choice text,
    person_id text,
    seen text,
    is_added integer not null check (is_added in (0, 1)),
    is_listed integer not null check (is_listed in (0, 1)),
    before text,
    primary key (import_id, number)
  )${byKey}`,
  "create index people_import_row_outcome on people_import_row (import_id, outcome, number)",
];
