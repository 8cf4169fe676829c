import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * A question to somebody who has got a seat without taking it: will they come? The seat is theirs meanwhile. `days`
 * counts from `counted_from_on`: until a question is put again, the day on which it was first put. Links are kept as
 * hashes: each letter has one of its own.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  "alter table workshop add column confirm_days integer check (confirm_days between 1 and 60)",
  `create table offer (
    id text primary key not null,
    enrolment_id text not null references enrolment (id),
    state text not null check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    made_at text not null,
    counted_from_on text not null,
    answer_by_on text not null check (answer_by_on >= counted_from_on),
    reminders integer not null default 0 check (reminders >= 0),
    answered_at text,
    answered_by text check (answered_by in ('self', 'link', 'desk')),
    answered_by_account_id text references account (id),
    because text check (because in ('workload', 'health', 'visa', 'post', 'notAuthorised', 'funding', 'other')),
    note text,
    ended_at text,
    check (state <> 'open' or (answered_at is null and ended_at is null)),
    check (state <> 'declined' or because is not null)
  )${strict}`,
  // one question at a time
  "create unique index offer_standing on offer (enrolment_id) where state in ('open', 'accepted')",
  "create index offer_enrolment on offer (enrolment_id, made_at)",
  "create index offer_open on offer (answer_by_on) where state = 'open'",
  `create table offer_link (
    token_hash text primary key not null,
    offer_id text not null references offer (id),
    created_at text not null
  )${strict}`,
  "create index offer_link_offer on offer_link (offer_id)",
];
