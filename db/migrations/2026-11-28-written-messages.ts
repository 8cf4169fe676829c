import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * Messages that coordinators write: their texts, who is chosen, and each copy. They go with a draft workshop that is
 * removed, in which nobody was ever enrolled.
 * The text of an automatic letter is kept for longer than its HTML, and that of a written message for good.
 */
export const statements = ({ strict }: Ddl): string[] => [
  `create table message (
    id text primary key not null,
    workshop_id text not null references workshop (id) on delete cascade,
    written_by text not null references account (id),
    state text not null check (state in ('draft', 'scheduled', 'sent', 'cancelled')),
    audience text not null check (audience in ('all', 'seated', 'reserve', 'absent', 'chosen')),
    session_id text references session (id) on delete set null,
    send_at text check (state <> 'scheduled' or send_at is not null),
    created_at text not null,
    changed_at text not null,
    sent_at text check (state <> 'sent' or sent_at is not null)
  )${strict}`,
  `create index message_workshop on message (workshop_id, created_at, id)`,
  `create index message_writer on message (written_by)`,
  `create index message_session on message (session_id)`,
  `create index message_scheduled on message (send_at) where state = 'scheduled'`,
  `create table message_text (
    id text primary key not null,
    message_id text not null references message (id) on delete cascade,
    locale text not null check (locale in ('es', 'ja', 'en')),
    subject text not null,
    body text not null,
    unique (message_id, locale)
  )${strict}`,
  `create table message_choice (
    message_id text not null references message (id) on delete cascade,
    enrolment_id text not null references enrolment (id),
    primary key (message_id, enrolment_id)
  )${strict}`,
  `create index message_choice_enrolment on message_choice (enrolment_id)`,
  `create table message_recipient (
    id text primary key not null,
    message_id text not null references message (id) on delete cascade,
    enrolment_id text not null references enrolment (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    text_locale text not null check (text_locale in ('es', 'ja', 'en')),
    job_id text,
    unique (message_id, enrolment_id)
  )${strict}`,
  `create index message_recipient_enrolment on message_recipient (enrolment_id)`,
  `create index message_recipient_job on message_recipient (job_id)`,
  `create index message_recipient_message on message_recipient (message_id, id)`,
  `create index mail_html on mail (composed_at) where body_html is not null`,
  `drop index mail_body`,
  `create index mail_body on mail (composed_at) where body_text is not null and kind <> 'message.written'`,
];
