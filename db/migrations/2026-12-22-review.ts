import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * By what a workshop's nominees are judged, who judges them, and what each of them says. A criterion with a weight is
 * marked from 0 up to the plan's scale; one without is a question with yes (1) or no (0).
 * `review_reminder`: whoever was reminded of what they owe, for which day.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table review_plan (
    workshop_id text primary key not null references workshop (id) on delete cascade,
    scale integer not null check (scale between 2 and 10),
    minimum integer not null check (minimum between 0 and 100),
    most_difference integer not null check (most_difference between 1 and 100),
    due_on text,
    changed_at text not null
  )${strict}`,
  `create table review_criterion (
    id text primary key not null,
    workshop_id text not null references review_plan (workshop_id) on delete cascade,
    position integer not null check (position >= 1),
    weight integer check (weight between 1 and 100),
    unique (workshop_id, position)
  )${strict}`,
  `create table review_criterion_text (
    criterion_id text not null references review_criterion (id) on delete cascade,
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null,
    lowest text not null default '',
    highest text not null default '',
    primary key (criterion_id, locale)
  )${strict}`,
  `create table reviewer (
    id text primary key not null,
    workshop_id text not null references workshop (id) on delete cascade,
    account_id text not null references account (id),
    is_for_all integer not null check (is_for_all in (0, 1)),
    named_at text not null,
    unique (workshop_id, account_id)
  )${strict}`,
  "create index reviewer_account on reviewer (account_id)",
  `create table review (
    id text primary key not null,
    nomination_id text not null references nomination (id),
    reviewer_id text not null references reviewer (id) on delete cascade,
    state text not null check (state in ('asked', 'draft', 'sent', 'recused')),
    recused_because text check (recused_because in ('self', 'host')),
    reason text not null default '',
    sent_at text,
    changed_at text not null,
    unique (nomination_id, reviewer_id),
    check ((state = 'recused') = (recused_because is not null)),
    check ((state = 'sent') = (sent_at is not null))
  )${strict}`,
  "create index review_reviewer on review (reviewer_id)",
  `create table review_mark (
    review_id text not null references review (id) on delete cascade,
    criterion_id text not null references review_criterion (id),
    mark integer check (mark between 0 and 10),
    note text not null default '',
    primary key (review_id, criterion_id)
  )${strict}`,
  "create index review_mark_criterion on review_mark (criterion_id)",
];
