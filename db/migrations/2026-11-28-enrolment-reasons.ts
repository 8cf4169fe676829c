import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * What coordinators do to enrolments of others: why, and what it changed. For a minute, what was before stays at hand,
 * so that it can be undone.
 */
export const statements = ({ strict, byKey }: Ddl): Step[] => [
  `create table enrolment_act (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    kind text not null check (kind in ('added', 'withdrawn', 'seated', 'overtaken', 'unseated')),
    note text,
    at text not null,
    by_account_id text references account (id),
    undone_at text,
    undone_by_account_id text references account (id)
  )${strict}`,
  "create index enrolment_act_workshop on enrolment_act (workshop_id, at)",
  "create index enrolment_act_at on enrolment_act (at)",
  "alter table enrolment_event add column reason text",
  "alter table enrolment_event add column act_id text references enrolment_act (id)",
  "create index enrolment_event_act on enrolment_event (act_id) where act_id is not null",
  `create table enrolment_before (
    act_id text not null references enrolment_act (id),
    enrolment_id text not null references enrolment (id),
    former text,
    became text not null,
    letter_id text,
    primary key (act_id, enrolment_id)
  )${byKey}`,
  "create index enrolment_before_enrolment on enrolment_before (enrolment_id)",
  `create table passed_over (
    act_id text not null references enrolment_act (id),
    enrolment_id text not null references enrolment (id),
    primary key (act_id, enrolment_id)
  )${byKey}`,
  "create index passed_over_enrolment on passed_over (enrolment_id)",
];
