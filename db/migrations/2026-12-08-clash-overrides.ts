import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** Why two sessions, or one, may stand although something is in their way. The key says what, and when they are. */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table clash_override (
    session_id text not null references session (id) on delete cascade,
    clash_key text not null,
    reason text not null,
    decided_at text not null,
    decided_by text references account (id),
    primary key (session_id, clash_key)
  )${strict}`,
  "create index clash_override_decided_by on clash_override (decided_by)",
];
