import type { Ddl, Step } from "#db/dialect/dialect.ts";

const states = ["draft", "submitted", "endorsed", "returned", "withdrawn", "selected", "reserve", "notSelected"];

/**
 * What is decided about each nomination: a draft until it is announced with all others, and then part of that round.
 * What a round has decided is frozen as one text: it never changes, and nothing is asked about it.
 */
export const statements = ({ strict, allowOnly }: Ddl): Step[] => [
  allowOnly("nomination", "state", states),
  allowOnly("nomination_event", "to_state", states),
  allowOnly("enrolment_act", "kind", ["added", "seated", "overtaken", "unseated", "withdrawn", "merged", "selected"]),
  `create table selection_round (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    number integer not null check (number >= 1),
    announced_at text not null,
    account_id text references account (id),
    minutes text not null,
    unique (workshop_id, number)
  )${strict}`,
  "create index selection_round_account on selection_round (account_id)",
  `create table selection_decision (
    nomination_id text primary key not null references nomination (id),
    workshop_id text not null references workshop (id),
    eligibility text check (eligibility in ('eligible', 'ineligible')),
    decision text check (decision in ('selected', 'reserve', 'notSelected')),
    reserve_order integer,
    because text check (because in
      ('requirements', 'documents', 'duties', 'experience', 'language', 'earlier', 'seats', 'other')),
    note text not null default '',
    round_id text references selection_round (id),
    changed_at text not null,
    check ((coalesce(decision, '') = 'reserve') = (reserve_order is not null)),
    check (round_id is null or decision is not null)
  )${strict}`,
  "create index selection_decision_workshop on selection_decision (workshop_id)",
  "create index selection_decision_round on selection_decision (round_id)",
];
