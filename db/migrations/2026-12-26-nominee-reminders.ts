import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** Of which closing day a nominee was reminded, and how many days before it: once for each. */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table nominee_reminder (
    nomination_id text not null references nomination (id) on delete cascade,
    closes_on text not null,
    days integer not null,
    told_at text not null,
    primary key (nomination_id, closes_on, days)
  )${strict}`,
];
