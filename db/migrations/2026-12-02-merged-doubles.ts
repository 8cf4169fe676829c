import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * Two who are one may both have an account, or both be in one workshop. The one that goes stays as a row, since others
 * refer to it, and names the one into which it was merged. An account that was merged belongs to nobody and has no
 * address: nobody finds it, and nobody signs in with it. An enrolment that was merged is withdrawn, and stands beside the
 * one that counts.
 */
export const statements = ({ allowNull, allowOnly, dropUnique }: Ddl): Step[] => [
  allowNull("account", "person_id"),
  allowNull("account", "email"),
  `alter table account add column merged_into_id text references account (id)
    check ((merged_into_id is null) = (person_id is not null and email is not null))`,
  "create index account_merged on account (merged_into_id) where merged_into_id is not null",
  dropUnique("enrolment", ["workshop_id", "person_id"]),
  `alter table enrolment add column merged_into_id text references enrolment (id)
    check (merged_into_id is null or state = 'withdrawn')`,
  "create unique index enrolment_standing on enrolment (workshop_id, person_id) where merged_into_id is null",
  "create index enrolment_merged on enrolment (merged_into_id) where merged_into_id is not null",
  allowOnly("enrolment_act", "kind", ["added", "withdrawn", "seated", "overtaken", "unseated", "merged"]),
];
