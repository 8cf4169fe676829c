import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** What a session was that the timetable's editor has deleted, so that it comes back as it was. */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table kept_session (
    session_id text primary key not null,
    workshop_id text not null references workshop (id) on delete cascade,
    kept text not null,
    removed_at text not null
  )${strict}`,
  "create index kept_session_workshop on kept_session (workshop_id)",
  "create index kept_session_removed_at on kept_session (removed_at)",
];
