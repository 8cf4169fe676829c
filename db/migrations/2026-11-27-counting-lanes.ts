import type { Ddl } from "#db/dialect/dialect.ts";

/** What many use at once is counted in several rows, so that nobody waits for the one row of all. */
export const statements = ({ strict }: Ddl): string[] => [
  `create table rate_limit_by_lane (
    name text not null,
    lane integer not null default 0,
    window_ends_at text not null,
    hits integer not null,
    primary key (name, lane)
  )${strict}`,
  `insert into rate_limit_by_lane (name, window_ends_at, hits) select name, window_ends_at, hits from rate_limit`,
  "drop table rate_limit",
  "alter table rate_limit_by_lane rename to rate_limit",
];
