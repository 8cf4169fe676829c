import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * Who is nominated for a workshop, by which institution, in which order; each step with its reason; and the signed
 * letters, of which the latest counts.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table nomination_letter (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    institution_id text not null references institution (id),
    number integer not null check (number >= 1),
    file_id text not null references file (id),
    signatory text not null,
    signatory_post text not null,
    signed_on text not null,
    added_at text not null,
    unique (workshop_id, institution_id, number)
  )${strict}`,
  "create index nomination_letter_institution on nomination_letter (institution_id)",
  "create index nomination_letter_file on nomination_letter (file_id)",
  `create table nomination (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    person_id text not null references person (id),
    institution_id text not null references institution (id),
    rank integer check (rank <> 0),
    state text not null check (state in ('draft', 'submitted', 'endorsed', 'returned', 'withdrawn')),
    begun_by text not null check (begun_by in ('nominee', 'sender')),
    letter_id text references nomination_letter (id),
    correct_by_on text,
    withdrawn_by text check (withdrawn_by in ('nominee', 'sender', 'host')),
    because text check (because in
      ('workload', 'health', 'visa', 'post', 'notAuthorised', 'funding', 'double', 'other')),
    created_at text not null,
    changed_at text not null,
    check ((state = 'withdrawn') = (rank is null)),
    check ((state = 'withdrawn') = (withdrawn_by is not null)),
    check ((state = 'withdrawn') = (because is not null))
  )${strict}`,
  // whoever was withdrawn may be nominated again
  "create unique index nomination_standing on nomination (workshop_id, person_id) where state <> 'withdrawn'",
  `create unique index nomination_rank on nomination (workshop_id, institution_id, rank) where rank is not null`,
  "create index nomination_person on nomination (person_id)",
  "create index nomination_sender on nomination (institution_id)",
  "create index nomination_by_letter on nomination (letter_id)",
  `create table nomination_event (
    id text primary key not null,
    nomination_id text not null references nomination (id),
    from_state text,
    to_state text not null check (to_state in ('draft', 'submitted', 'endorsed', 'returned', 'withdrawn')),
    who text not null check (who in ('nominee', 'sender', 'host', 'merger')),
    account_id text references account (id),
    at text not null,
    reason text not null default ''
  )${strict}`,
  "create index nomination_event_of on nomination_event (nomination_id, at)",
  "create index nomination_event_account on nomination_event (account_id)",
  // that focal points were reminded of a closing day, so many days before it: once
  `create table call_reminder (
    workshop_id text not null references call (workshop_id),
    closes_on text not null,
    days integer not null,
    primary key (workshop_id, closes_on, days)
  )${strict}`,
];
