import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * Files in portions: a client that sends slowly holds nobody up. A file counts from the moment at which it is ready.
 * The tables of portions keep their row numbers: without them SQLite reads large rows at half the speed.
 */
export const statements = ({ strict, bytes }: Ddl): string[] => [
  `create table file (
    id text primary key not null,
    name text not null,
    type text not null,
    size_bytes integer not null,
    sha256 text not null,
    place text not null check (place in ('database', 's3', 'gone')),
    begun_at text not null,
    ready_at text,
    kept_until text,
    erased_at text
  )${strict}`,
  "create index file_unready on file (begun_at) where ready_at is null",
  "create index file_kept_until on file (kept_until) where erased_at is null and kept_until is not null",
  "create index file_erased on file (erased_at) where place <> 'gone' and erased_at is not null",
  `create table file_chunk (
    file_id text not null references file (id),
    n integer not null,
    bytes ${bytes} not null,
    unique (file_id, n)
  )${strict}`,
  `create table material (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    number integer not null,
    session_id text references session (id) on delete set null,
    position integer not null,
    language text not null check (language in ('es', 'ja', 'en', 'mul')),
    title text not null,
    class text not null check (class in ('public', 'participants', 'staff', 'confidential')),
    version_count integer not null,
    added_at text not null,
    removed_at text,
    unique (workshop_id, number)
  )${strict}`,
  "create index material_session on material (session_id)",
  `create table material_version (
    id text primary key not null,
    material_id text not null references material (id),
    number integer not null,
    file_id text not null unique references file (id),
    added_at text not null,
    added_by text references account (id),
    unique (material_id, number)
  )${strict}`,
  "create index material_version_added_by on material_version (added_by)",
  `create table material_copy (
    code text primary key not null,
    version_id text not null references material_version (id),
    account_id text not null references account (id),
    made_at text not null
  )${strict}`,
  "create index material_copy_version on material_copy (version_id, made_at)",
  "create index material_copy_account on material_copy (account_id, made_at)",
];
