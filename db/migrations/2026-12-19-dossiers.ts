import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * What has to be done before a workshop begins: its tasks, who has done which, who pays what, how people arrive and
 * where they stay. What an enrolment has here goes with it.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table dossier_task (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    number integer not null check (number >= 1),
    template text,
    owed_by text not null check (owed_by in ('participant', 'sender', 'host', 'funder')),
    due_days integer not null check (due_days between -365 and 30),
    holds text not null check (holds in ('nothing', 'date', 'text')),
    seen_by text not null check (seen_by in ('coordination', 'sender')),
    erase_days integer not null check (erase_days between 1 and 365),
    changed_at text not null,
    unique (workshop_id, number),
    unique (workshop_id, template)
  )${strict}`,
  `create table dossier_task_text (
    task_id text not null references dossier_task (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    title text not null default '',
    note text not null default '',
    primary key (task_id, locale)
  )${strict}`,
  `create table dossier_entry (
    id text primary key not null,
    enrolment_id text not null references enrolment (id) on delete cascade,
    task_id text not null references dossier_task (id),
    state text not null check (state in ('done', 'notNeeded')),
    held_on text,
    held_text text,
    changed_at text not null,
    erased_at text,
    unique (enrolment_id, task_id)
  )${strict}`,
  "create index dossier_entry_task on dossier_entry (task_id)",
  `create table dossier_payer (
    workshop_id text not null references workshop (id),
    item text not null check (item in ('ticket', 'lodging', 'meals', 'localTransport', 'perDiem')),
    payer text not null check (payer in ('jica', 'amexcid', 'host', 'sender', 'participant')),
    primary key (workshop_id, item)
  )${strict}`,
  `create table dossier_text (
    workshop_id text not null references workshop (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    meeting_point text not null default '',
    primary key (workshop_id, locale)
  )${strict}`,
  // on the clock of the workshop
  `create table dossier_journey (
    enrolment_id text not null references enrolment (id) on delete cascade,
    direction text not null check (direction in ('arrival', 'departure')),
    carrier text not null default '',
    place text not null default '',
    at_local text not null,
    zone text not null,
    changed_at text not null,
    primary key (enrolment_id, direction)
  )${strict}`,
  `create table dossier_lodging (
    enrolment_id text primary key not null references enrolment (id) on delete cascade,
    name text not null,
    address text not null default '',
    telephone text not null default '',
    from_on text,
    to_on text,
    changed_at text not null,
    check (to_on is null or from_on is null or to_on >= from_on)
  )${strict}`,
  // each is told once of each due day
  `create table dossier_reminder (
    enrolment_id text not null references enrolment (id) on delete cascade,
    task_id text not null references dossier_task (id),
    step text not null check (step in ('week', 'eve', 'late')),
    due_on text not null,
    told_at text not null,
    primary key (enrolment_id, task_id, step, due_on)
  )${strict}`,
  "create index dossier_reminder_task on dossier_reminder (task_id)",
];
