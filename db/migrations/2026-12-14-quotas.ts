import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * Seats that a workshop keeps for those of an institution or of a country; what is left is its common pool. The
 * workshop's counters count everybody; what of them is in quotas stands beside, so that the pool cannot be oversold
 * either. Without quotas they are zero.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table quota (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    institution_id text references institution (id),
    country text check (length(country) = 2),
    seats integer not null check (seats between 1 and 10000),
    seats_taken integer not null default 0 check (seats_taken between 0 and seats),
    reserve_count integer not null default 0 check (reserve_count >= 0),
    release_on text,
    released_at text,
    released_seats integer,
    created_at text not null,
    check ((institution_id is null) <> (country is null)),
    check (released_at is null or (seats_taken = 0 and reserve_count = 0))
  )${strict}`,
  "create index quota_workshop on quota (workshop_id)",
  "create index quota_institution on quota (institution_id)",
  "create unique index quota_of_institution on quota (workshop_id, institution_id) where released_at is null",
  "create unique index quota_of_country on quota (workshop_id, country) where released_at is null",
  "create index quota_release on quota (release_on) where released_at is null",
  "alter table enrolment add column quota_id text references quota (id)",
  "create index enrolment_quota on enrolment (quota_id) where quota_id is not null",
  "alter table workshop add column quota_taken integer not null default 0",
  "alter table workshop add column quota_reserves integer not null default 0",
  `alter table workshop add column quota_seats integer not null default 0
    check (quota_seats between quota_taken and capacity and seats_taken - quota_taken <= capacity - quota_seats)`,
  "alter table workshop add column promotion_days integer check (promotion_days between 0 and 365)",
  "alter table workshop add column freeze_days integer check (freeze_days between 0 and 365)",
];
